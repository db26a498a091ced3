import type { Architecture, Layout, LinearShape } from "@/lib/calculators/architecture";

interface LayoutNames {
  /** Separate query, key and value matrices, or the name of the fused one. */
  readonly attention: { readonly q: string; readonly k: string; readonly v: string } | { readonly fused: string };
  readonly attentionOutput: string;
  /** A gated MLP has two matrices going up; some families store them as one of double width. */
  readonly mlp:
    | { readonly kind: "gated"; readonly up: readonly [string, string]; readonly down: string }
    | { readonly kind: "fused-gated"; readonly up: string; readonly down: string }
    | { readonly kind: "plain"; readonly up: string; readonly down: string };
}

const QKV = { q: "q_proj", k: "k_proj", v: "v_proj" };
const LLAMA: LayoutNames = {
  attention: QKV,
  attentionOutput: "o_proj",
  mlp: { kind: "gated", up: ["gate_proj", "up_proj"], down: "down_proj" },
};
const PLAIN_4H = { kind: "plain", up: "dense_h_to_4h", down: "dense_4h_to_h" } as const;
const FUSED_DENSE: LayoutNames = {
  attention: { fused: "query_key_value" },
  attentionOutput: "dense",
  mlp: PLAIN_4H,
};

/** Module names as each family's modelling code has them. */
const LAYOUTS = {
  llama: LLAMA,
  gemma2: LLAMA,
  gemma3: LLAMA,
  phi: { attention: QKV, attentionOutput: "dense", mlp: { kind: "plain", up: "fc1", down: "fc2" } },
  // phi-1.5 and phi-2 as their first, remote code had them.
  "phi-msft": {
    attention: { fused: "Wqkv" },
    attentionOutput: "out_proj",
    mlp: { kind: "plain", up: "fc1", down: "fc2" },
  },
  phi3: {
    attention: { fused: "qkv_proj" },
    attentionOutput: "o_proj",
    mlp: { kind: "fused-gated", up: "gate_up_proj", down: "down_proj" },
  },
  // Qwen 1 calls both the attention's and the MLP's output layer c_proj.
  qwen1: {
    attention: { fused: "c_attn" },
    attentionOutput: "c_proj",
    mlp: { kind: "gated", up: ["w1", "w2"], down: "c_proj" },
  },
  chatglm1: FUSED_DENSE,
  chatglm: { ...FUSED_DENSE, mlp: { kind: "fused-gated", up: "dense_h_to_4h", down: "dense_4h_to_h" } },
  baichuan: { ...LLAMA, attention: { fused: "W_pack" } },
  internlm2: {
    attention: { fused: "wqkv" },
    attentionOutput: "wo",
    mlp: { kind: "gated", up: ["w1", "w3"], down: "w2" },
  },
  falcon7b: FUSED_DENSE,
  bloom: FUSED_DENSE,
  gpt_neox: FUSED_DENSE,
  opt: { attention: QKV, attentionOutput: "out_proj", mlp: { kind: "plain", up: "fc1", down: "fc2" } },
} satisfies Record<Layout, LayoutNames> as Record<Layout, LayoutNames>;

/** Width of one MLP matrix, in elements. */
export function mlpWidth(model: Architecture): number {
  return model.layout === "qwen1" ? model.intermediateSize / 2 : model.intermediateSize;
}

/** Whether the MLP multiplies two projections (SwiGLU and its kin). */
export function hasGatedMlp(model: Architecture): boolean {
  return LAYOUTS[model.layout].mlp.kind !== "plain";
}

function attentionShapes(model: Architecture): LinearShape[] {
  const { hiddenSize: h, layers: count, heads, keyValueHeads, headDim, mla } = model;
  const names = LAYOUTS[model.layout];
  const shape = (name: string, inFeatures: number, outFeatures: number): LinearShape => ({
    name,
    inFeatures,
    outFeatures,
    count,
  });
  if (mla) {
    const queryWidth = heads * (mla.nopeHeadDim + mla.ropeHeadDim);
    const query =
      mla.queryRank === null
        ? [shape("q_proj", h, queryWidth)]
        : [shape("q_a_proj", h, mla.queryRank), shape("q_b_proj", mla.queryRank, queryWidth)];
    return [
      ...query,
      shape("kv_a_proj_with_mqa", h, mla.keyValueRank + mla.ropeHeadDim),
      shape("kv_b_proj", mla.keyValueRank, heads * (mla.nopeHeadDim + mla.valueHeadDim)),
      shape(names.attentionOutput, heads * mla.valueHeadDim, h),
    ];
  }
  const q = heads * headDim;
  const kv = keyValueHeads * headDim;
  const { attention } = names;
  const projections =
    "fused" in attention
      ? [shape(attention.fused, h, q + 2 * kv)]
      : [shape(attention.q, h, q), shape(attention.k, h, kv), shape(attention.v, h, kv)];
  return [...projections, shape(names.attentionOutput, q, h)];
}

function mlpShapes(model: Architecture, width: number, count: number, mixtralNames = false): LinearShape[] {
  const h = model.hiddenSize;
  const { mlp } = mixtralNames ? LAYOUTS.internlm2 : LAYOUTS[model.layout];
  const up =
    mlp.kind === "gated"
      ? mlp.up.map((name) => ({ name, inFeatures: h, outFeatures: width, count }))
      : [{ name: mlp.up, inFeatures: h, outFeatures: mlp.kind === "fused-gated" ? 2 * width : width, count }];
  return [...up, { name: mlp.down, inFeatures: width, outFeatures: h, count }];
}

/**
 * Every linear layer that an adapter can be put on, without the output layer (lm_head).
 *
 * Experts that share one 3-d tensor are no linear layers and are missing here; so is a router that is none.
 * Source: the modelling code of each family; LLaMA-Factory's `find_all_linear_modules` takes exactly these names
 * (src/llamafactory/model/model_utils/misc.py, v0.9.5).
 *
 * @returns shapes in elements; one name can occur with several shapes
 */
export function linearModules(model: Architecture): LinearShape[] {
  const { moe, hiddenSize: h, layers } = model;
  if (!moe) return [...attentionShapes(model), ...mlpShapes(model, mlpWidth(model), layers)];

  const sparseLayers = layers - moe.denseLayers;
  const shapes = attentionShapes(model);
  if (moe.denseLayers > 0) shapes.push(...mlpShapes(model, mlpWidth(model), moe.denseLayers));
  if (!moe.fusedExperts) {
    shapes.push(...mlpShapes(model, moe.expertIntermediateSize, sparseLayers * moe.experts, moe.mixtralNames));
  }
  if (moe.sharedIntermediateSize > 0) shapes.push(...mlpShapes(model, moe.sharedIntermediateSize, sparseLayers));
  if (moe.linearRouter) shapes.push({ name: "gate", inFeatures: h, outFeatures: moe.experts, count: sparseLayers });
  if (moe.sharedGate) {
    shapes.push({ name: "shared_expert_gate", inFeatures: h, outFeatures: 1, count: sparseLayers });
  }
  return shapes;
}

/**
 * The vision tower's linear layers; empty for a text model.
 *
 * Its names partly equal the text model's, so that a plain list of targets in PEFT meets them too. LLaMA-Factory keeps
 * them out while `freeze_vision_tower` is true (model_utils/visual.py, `patch_target_modules`).
 */
export function visionLinearModules({ visionTower: tower }: Architecture): LinearShape[] {
  if (!tower) return [];
  const { hiddenSize: h, intermediateSize: i, layers: count } = tower;
  return [
    ...["q_proj", "k_proj", "v_proj", "out_proj"].map((name) => ({ name, inFeatures: h, outFeatures: h, count })),
    { name: "fc1", inFeatures: h, outFeatures: i, count },
    { name: "fc2", inFeatures: i, outFeatures: h, count },
  ];
}
