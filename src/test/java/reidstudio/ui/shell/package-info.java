/** The window on runs that are made up. */
package reidstudio.ui.shell;
