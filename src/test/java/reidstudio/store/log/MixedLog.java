package reidstudio.store.log;

import java.nio.charset.StandardCharsets;

/** A log with something of everything, as a run under a terminal leaves it. */
final class MixedLog {
  static final String TEXT =
      """
      2025-08-24 10:00:00,100 - INFO - Batch Size配置: P×K=3×2=6, 累积步数=2, 等效=12
      === CE损失诊断 (Epoch 1) ===
      labels范围: 14 - 399
      model.num_classes: 400
      Epoch 1: SDM_weight=0.3000, SDM_temp=0.180, use_sdm=True
      \rEpoch 1:   0%|          | 0/3 [00:00<?, ?it/s]
      [01, 000] vis_cnt=6, ce_valid=6, Feat(BN)_mean=8.25, SDMLoss=0.125, CE=5.991
      \rEpoch 1:   0%|          | 0/3 [00:00<?, ?it/s, Loss=5.951, CE=5.952, GradNorm=—]
      \rEpoch 1:  33%|███▎      | 1/3 [00:01<00:02,  1.00s/it, Loss=5.941, CE=5.942, GradNorm=0.87]
      SDM调试: valid_rows=2/6, pos_min=1, L_q2g=0.818, L_g2q=0.706
      \u001B[31mERROR:root:Epoch 1, Batch 2: 发现非有限损失值 nan，跳过当前step\u001B[0m
      \rEpoch 1: 100%|██████████| 3/3 [00:03<00:00,  1.00s/it, Loss=nan, CE=5.9
      [epoch 1] steps_run=3/1863  (max_steps=0)
      [EVAL] gallery=3510  queries=[('single/nir', 3510), ('quad/nir+sk+cp+text', 3510)]
      [EVAL] epoch=1  mAP(all)=0.2314  |  mAP@single=0.2103  |  mAP@quad=0.2525
      2025-08-24 10:05:00,250 - INFO - Epoch 1/60 - Train ClsAcc: 41.20% - mAP(single/quad/avg2): 0.2103/0.2525/0.2314 - CMC@1/5/10: 0.11/0.22/0.33 - 用时: 310.02s
      ⚠️  BN特征范数过大: 21.73 - 建议增强正则化 (Epoch 1, Batch 2)
      Epoch 5: 当前学习率 = 5.00e-06, 2.00e-05
      2023-04-01 10:00:00,123 IRRA.train INFO: Epoch[2] Iteration[100/1064], loss: 24.1, sdm_loss: 8.1, id_loss: 9.2, Base Lr: 2.80e-06
      NIR: R1=57.554, R5=73.659, R10=80.086, mAP=48.793, mINP=19.970
      | task | R1 | R5 | R10 | mAP | mINP |
      | t2i | 73.38 | 89.10 | 93.20 | 66.13 | 50.01 |
      what nobody knows
      epoch: [3/125][20/176] time 0.2 (0.3) data 0.0 (0.1) loss_t 5.66 (6.17) loss_x 6.66 (6.67) acc 3.1250 (0.0962) lr 0.002000
      [04/14 20:16:08 fastreid.utils.events]:  eta: 0:37:59  epoch/iter: 3/5257  total_loss: 9.01  loss_cls: 6.62  lr: 7.55e-05  max_mem: 5116M
      """;

  private MixedLog() {}

  static byte[] utf8() {
    return TEXT.getBytes(StandardCharsets.UTF_8);
  }
}
