import type { Rule } from "../rule";
import accelerateFile from "./accelerate-file";
import adamMiniPackage from "./adam-mini-package";
import adapterNeedsLora from "./adapter-needs-lora";
import adapterPathCommaList from "./adapter-path-comma-list";
import addSpecialTokensCommaList from "./add-special-tokens-comma-list";
import addTokensCommaList from "./add-tokens-comma-list";
import apolloOptim from "./apollo-optim";
import apolloPackage from "./apollo-package";
import autoResumeLastCheckpoint from "./auto-resume-last-checkpoint";
import badamPackage from "./badam-package";
import badamRatioPositive from "./badam-ratio-positive";
import baseDependencyVersions from "./base-dependency-versions";
import batchPredictSlow from "./batch-predict-slow";
import bnbBits from "./bnb-bits";
import bnbPackage4bit from "./bnb-package-4bit";
import bnbPackage8bit from "./bnb-package-8bit";
import bnbSharded4bitOnly from "./bnb-sharded-4bit-only";
import computeDtypeFromPrecision from "./compute-dtype-from-precision";
import configFileMissing from "./config-file-missing";
import dataCommaLists from "./data-comma-lists";
import datasetDefined from "./dataset-defined";
import datasetKindFitsStage from "./dataset-kind-fits-stage";
import deepspeedNeedsTorchrun from "./deepspeed-needs-torchrun";
import deepspeedPackage from "./deepspeed-package";
import deepspeedValuesMatch from "./deepspeed-values-match";
import doPredictNeedsGenerate from "./do-predict-needs-generate";
import doTrainNeedsDataset from "./do-train-needs-dataset";
import doraNoPtq from "./dora-no-ptq";
import dpoEvaluationRefModel from "./dpo-evaluation-ref-model";
import dpoLabelSmoothingSigmoidOnly from "./dpo-label-smoothing-sigmoid-only";
import earlyStoppingNeedsEval from "./early-stopping-needs-eval";
import eetqBits from "./eetq-bits";
import eetqNoZero3Fsdp from "./eetq-no-zero3-fsdp";
import eetqPackage from "./eetq-package";
import evalBackendHuggingface from "./eval-backend-huggingface";
import evalCommandDisabled from "./eval-command-disabled";
import evalNeedsData from "./eval-needs-data";
import evalSaveDirMustNotExist from "./eval-save-dir-must-not-exist";
import evalTaskRequired from "./eval-task-required";
import exportLegacyFormatTransformers5 from "./export-legacy-format-transformers5";
import exportNeedsDir from "./export-needs-dir";
import exportNoMergeIntoQuantized from "./export-no-merge-into-quantized";
import exportOnCpu from "./export-on-cpu";
import exportQuantizationBits from "./export-quantization-bits";
import exportQuantizationFloat16 from "./export-quantization-float16";
import exportQuantizationNeedsDataset from "./export-quantization-needs-dataset";
import exportQuantizationPackages from "./export-quantization-packages";
import exportQuantizeAfterMerge from "./export-quantize-after-merge";
import finetuningCommaLists from "./finetuning-comma-lists";
import finetuningTypeValid from "./finetuning-type-valid";
import flagAmbiguous from "./flag-ambiguous";
import flagChoiceInvalid from "./flag-choice-invalid";
import flagNeedsValue from "./flag-needs-value";
import flagRequired from "./flag-required";
import flagTakesNoValue from "./flag-takes-no-value";
import flagValueInvalid from "./flag-value-invalid";
import flashAttnFa2NotInstalled from "./flash-attn-fa2-not-installed";
import flashAttnFa3NotImplemented from "./flash-attn-fa3-not-implemented";
import fp8AllGatherNeedsFp8 from "./fp8-all-gather-needs-fp8";
import fp8NoQuantization from "./fp8-no-quantization";
import fsdp2NoReentrantGc from "./fsdp2-no-reentrant-gc";
import fullRewardSameTokenizer from "./full-reward-same-tokenizer";
import galoreApolloBadamExclusive from "./galore-apollo-badam-exclusive";
import galoreApolloNoDeepspeed from "./galore-apollo-no-deepspeed";
import galoreApolloPureBf16Advice from "./galore-apollo-pure-bf16-advice";
import galoreOptim from "./galore-optim";
import galorePackage from "./galore-package";
import generationBeamsFromEvalBeams from "./generation-beams-from-eval-beams";
import generationMaxLengthDefault from "./generation-max-length-default";
import gradientCheckpointingOnByDefault from "./gradient-checkpointing-on-by-default";
import hfAcceleratorConfig from "./hf-accelerator-config";
import hfApexNoBf16 from "./hf-apex-no-bf16";
import hfBestMetricDefault from "./hf-best-metric-default";
import hfBf16Device from "./hf-bf16-device";
import hfDdpTimeout from "./hf-ddp-timeout";
import hfDebugValues from "./hf-debug-values";
import hfDeepspeedBatch from "./hf-deepspeed-batch";
import hfDeepspeedConfig from "./hf-deepspeed-config";
import hfDeepspeedZeroSection from "./hf-deepspeed-zero-section";
import hfEmptyCacheSteps from "./hf-empty-cache-steps";
import hfEvalStepsDefault from "./hf-eval-steps-default";
import hfEvalStepsNeeded from "./hf-eval-steps-needed";
import hfEvalStepsWhole from "./hf-eval-steps-whole";
import hfEvalStrategyTurnsOnEval from "./hf-eval-strategy-turns-on-eval";
import hfEvalStrategyValues from "./hf-eval-strategy-values";
import hfFp16OrBf16 from "./hf-fp16-or-bf16";
import hfFsdpConfigFile from "./hf-fsdp-config-file";
import hfFsdpOffloadAlone from "./hf-fsdp-offload-alone";
import hfFsdpShardConflict from "./hf-fsdp-shard-conflict";
import hfFsdpValues from "./hf-fsdp-values";
import hfFullEvalPrecision from "./hf-full-eval-precision";
import hfHubStrategyValues from "./hf-hub-strategy-values";
import hfJsonFields from "./hf-json-fields";
import hfLoadBestStepsMixed from "./hf-load-best-steps-mixed";
import hfLoadBestStepsMultiple from "./hf-load-best-steps-multiple";
import hfLoadBestStrategiesMatch from "./hf-load-best-strategies-match";
import hfLoggingStepsNonzero from "./hf-logging-steps-nonzero";
import hfLoggingStepsWhole from "./hf-logging-steps-whole";
import hfLoggingStrategyValues from "./hf-logging-strategy-values";
import hfLrSchedulerTypeValues from "./hf-lr-scheduler-type-values";
import hfOldSwitches from "./hf-old-switches";
import hfOptimValues from "./hf-optim-values";
import hfPathText from "./hf-path-text";
import hfPlateauNeedsEval from "./hf-plateau-needs-eval";
import hfPrefetchNeedsWorkers from "./hf-prefetch-needs-workers";
import hfPushToHubToken from "./hf-push-to-hub-token";
import hfReportToDefault from "./hf-report-to-default";
import hfSaveStepsWhole from "./hf-save-steps-whole";
import hfSaveStrategyValues from "./hf-save-strategy-values";
import hfSeenTokens from "./hf-seen-tokens";
import hfTf32Device from "./hf-tf32-device";
import hfTorchCompile from "./hf-torch-compile";
import hfWarmupRatioRange from "./hf-warmup-ratio-range";
import hfWarmupStepsOverRatio from "./hf-warmup-steps-over-ratio";
import hfWarmupStepsWhole from "./hf-warmup-steps-whole";
import hf5WarmupRatioToSteps from "./hf5-warmup-ratio-to-steps";
import hf5WarmupStepsNegative from "./hf5-warmup-steps-negative";
import hqqBits from "./hqq-bits";
import hqqNoZero3Fsdp from "./hqq-no-zero3-fsdp";
import hqqPackage from "./hqq-package";
import hyperParallelPackage from "./hyper-parallel-package";
import imagePixelsOrder from "./image-pixels-order";
import inferDeviceMapAuto from "./infer-device-map-auto";
import initSpecialTokensNeedsConfig from "./init-special-tokens-needs-config";
import interleaveNonStreamingAdvice from "./interleave-non-streaming-advice";
import interleaveProbsEvalLength from "./interleave-probs-eval-length";
import interleaveProbsLength from "./interleave-probs-length";
import interleaveProbsNeedInterleave from "./interleave-probs-need-interleave";
import jsonConfigRefused from "./json-config-refused";
import keepUnusedColumns from "./keep-unused-columns";
import keyWithoutEffect from "./key-without-effect";
import ktLoraOnly from "./kt-lora-only";
import ktNoAccuracy from "./kt-no-accuracy";
import ktNoPredict from "./kt-no-predict";
import ktNoZero3 from "./kt-no-zero3";
import ktPackages from "./kt-packages";
import ktSingleAdapter from "./kt-single-adapter";
import kvCacheOffInTraining from "./kv-cache-off-in-training";
import layerBadamDistributedZero3 from "./layer-badam-distributed-zero3";
import layerwiseApolloGradNorm from "./layerwise-apollo-grad-norm";
import layerwiseApolloNoAccumulation from "./layerwise-apollo-no-accumulation";
import layerwiseApolloSingleProcess from "./layerwise-apollo-single-process";
import layerwiseGaloreGradNorm from "./layerwise-galore-grad-norm";
import layerwiseGaloreNoAccumulation from "./layerwise-galore-no-accumulation";
import layerwiseGaloreSingleProcess from "./layerwise-galore-single-process";
import ligerPackage from "./liger-package";
import llamaProNotFull from "./llama-pro-not-full";
import loraAlphaDefault from "./lora-alpha-default";
import loraDdpUnusedParameters from "./lora-ddp-unused-parameters";
import loraLabelNames from "./lora-label-names";
import loraNoGaloreApolloBadam from "./lora-no-galore-apollo-badam";
import loraplusLrRatioLoraOnly from "./loraplus-lr-ratio-lora-only";
import lowCpuMemOffZero3 from "./low-cpu-mem-off-zero3";
import maskHistoryOrTrainOnPrompt from "./mask-history-or-train-on-prompt";
import mcaForcesGenerationArgs from "./mca-forces-generation-args";
import mcaPackingAligned from "./mca-packing-aligned";
import mcaStages from "./mca-stages";
import mediaDirDefault from "./media-dir-default";
import mixStrategyValid from "./mix-strategy-valid";
import mixedPrecisionAdvice from "./mixed-precision-advice";
import modPackage from "./mod-package";
import modelPathRequired from "./model-path-required";
import multiGpuNeedsLauncher from "./multi-gpu-needs-launcher";
import neatPackingFa2BatchOne from "./neat-packing-fa2-batch-one";
import neatPackingSftOnly from "./neat-packing-sft-only";
import neatPackingTurnsOnPacking from "./neat-packing-turns-on-packing";
import newSpecialTokensResizeVocab from "./new-special-tokens-resize-vocab";
import newTokensResizeVocab from "./new-tokens-resize-vocab";
import notUtf8 from "./not-utf8";
import outputDirNotEmpty from "./output-dir-not-empty";
import overrideSyntax from "./override-syntax";
import packingDefaultByStage from "./packing-default-by-stage";
import packingShortensCutoff from "./packing-shortens-cutoff";
import pissaInitLoraOnly from "./pissa-init-lora-only";
import pissaNoZero3 from "./pissa-no-zero3";
import pissaStage from "./pissa-stage";
import plotLossPackage from "./plot-loss-package";
import ppoDeepspeedNoLogger from "./ppo-deepspeed-no-logger";
import ppoKtNoLoraReward from "./ppo-kt-no-lora-reward";
import ppoLoggers from "./ppo-loggers";
import ppoLoraRewardNeedsLora from "./ppo-lora-reward-needs-lora";
import ppoNeedsRewardModel from "./ppo-needs-reward-model";
import ppoNoResume from "./ppo-no-resume";
import ppoNoShiftAttn from "./ppo-no-shift-attn";
import ppoOftRewardNeedsOft from "./ppo-oft-reward-needs-oft";
import ppoTrainOnly from "./ppo-train-only";
import ppoUnslothNoLoraReward from "./ppo-unsloth-no-lora-reward";
import predictNoZero3 from "./predict-no-zero3";
import predictOrAccuracy from "./predict-or-accuracy";
import predictPackages from "./predict-packages";
import predictWithGenerateSftOnly from "./predict-with-generate-sft-only";
import promptMaskingSftOnly from "./prompt-masking-sft-only";
import ptqAqlmPackage from "./ptq-aqlm-package";
import ptqAwqPackage from "./ptq-awq-package";
import ptqGptqPackage from "./ptq-gptq-package";
import ptqIgnoresQuantizationBit from "./ptq-ignores-quantization-bit";
import ptqNoZero3Fsdp from "./ptq-no-zero3-fsdp";
import pureBf16Device from "./pure-bf16-device";
import pureBf16NoZero3 from "./pure-bf16-no-zero3";
import quantizationNeedsLoraOrOft from "./quantization-needs-lora-or-oft";
import quantizationNoNewAdapter from "./quantization-no-new-adapter";
import quantizationNoPissaInit from "./quantization-no-pissa-init";
import quantizationNoResizeVocab from "./quantization-no-resize-vocab";
import quantizationSingleAdapter from "./quantization-single-adapter";
import quantizedEvaluationScores from "./quantized-evaluation-scores";
import quantizedModelNeedsLoraOrOft from "./quantized-model-needs-lora-or-oft";
import quantizedModelNoPissa from "./quantized-model-no-pissa";
import quantizedTrainingUpcastLayernorm from "./quantized-training-upcast-layernorm";
import ratioBadamSingleProcess from "./ratio-badam-single-process";
import rayInitKwargsJson from "./ray-init-kwargs-json";
import reasoningTemplateNothink from "./reasoning-template-nothink";
import refModelQuantizationBitValid from "./ref-model-quantization-bit-valid";
import resizeVocabAdditionalTarget from "./resize-vocab-additional-target";
import resizeVocabTrainsEmbeddings from "./resize-vocab-trains-embeddings";
import rewardApiUrl from "./reward-api-url";
import rewardModelQuantizationBitValid from "./reward-model-quantization-bit-valid";
import rmPpoFullNoResume from "./rm-ppo-full-no-resume";
import rmPpoLoraResumeAdapter from "./rm-ppo-lora-resume-adapter";
import rmPpoNoLoadBest from "./rm-ppo-no-load-best";
import ropeDynamicInTraining from "./rope-dynamic-in-training";
import ropeFactor from "./rope-factor";
import ropeScalingNeedsLongerInput from "./rope-scaling-needs-longer-input";
import sglangConfigJson from "./sglang-config-json";
import sglangPackage from "./sglang-package";
import shiftAttnLlamaOnly from "./shift-attn-llama-only";
import shiftAttnOldTransformers from "./shift-attn-old-transformers";
import specialTokensConfigMapping from "./special-tokens-config-mapping";
import specialTokensConfigReadable from "./special-tokens-config-readable";
import specialTokensConfigWins from "./special-tokens-config-wins";
import stageValid from "./stage-valid";
import streamingConcatNotMixed from "./streaming-concat-not-mixed";
import streamingNeedsMaxSteps from "./streaming-needs-max-steps";
import streamingNoMaxSamples from "./streaming-no-max-samples";
import streamingValSizeInteger from "./streaming-val-size-integer";
import swanlabNotTwice from "./swanlab-not-twice";
import swanlabPackage from "./swanlab-package";
import templateExists from "./template-exists";
import templateMissingFromTokenizer from "./template-missing-from-tokenizer";
import templateNoTrainOnPrompt from "./template-no-train-on-prompt";
import tokenizedPathIgnoresDataArgs from "./tokenized-path-ignores-data-args";
import tokenizedPathNoStreaming from "./tokenized-path-no-streaming";
import tokensFile from "./tokens-file";
import trackioNeedsProject from "./trackio-needs-project";
import trackioRunNameAdvice from "./trackio-run-name-advice";
import trackioSpaceFormat from "./trackio-space-format";
import trainBackendHuggingface from "./train-backend-huggingface";
import trainDerivedModelFields from "./train-derived-model-fields";
import trainNoQuantizationDeviceMap from "./train-no-quantization-device-map";
import trainableParamsFloat32 from "./trainable-params-float32";
import transformersDependent from "./transformers-dependent";
import typeRefused from "./type-refused";
import unknownKeysCli from "./unknown-keys-cli";
import unknownKeysYaml from "./unknown-keys-yaml";
import unslothNoOft from "./unsloth-no-oft";
import unslothNoZero3 from "./unsloth-no-zero3";
import unslothPackage from "./unsloth-package";
import unslothSingleAdapter from "./unsloth-single-adapter";
import useDoraLoraOnly from "./use-dora-lora-only";
import useMcaKeyIgnored from "./use-mca-key-ignored";
import useMcaNeedsPackage from "./use-mca-needs-package";
import useRayFromEnv from "./use-ray-from-env";
import useRsloraLoraOnly from "./use-rslora-lora-only";
import v1KernelsExperimental from "./v1-kernels-experimental";
import v1KeyUnknown from "./v1-key-unknown";
import valSizeNeedsDataset from "./val-size-needs-dataset";
import valSizeOrEvalDataset from "./val-size-or-eval-dataset";
import valueChoice from "./value-choice";
import valueType from "./value-type";
import videoPixelsOrder from "./video-pixels-order";
import vllmConfigJson from "./vllm-config-json";
import vllmNoOnTheFlyQuantization from "./vllm-no-on-the-fly-quantization";
import vllmNoRopeScaling from "./vllm-no-rope-scaling";
import vllmPackage from "./vllm-package";
import vllmSftOnly from "./vllm-sft-only";
import vllmSingleAdapter from "./vllm-single-adapter";
import yamlAliasesExplode from "./yaml-aliases-explode";
import yamlColonInValue from "./yaml-colon-in-value";
import yamlDuplicateKey from "./yaml-duplicate-key";
import yamlInterpolation from "./yaml-interpolation";
import yamlKeyType from "./yaml-key-type";
import yamlMergeConflict from "./yaml-merge-conflict";
import yamlNotAMapping from "./yaml-not-a-mapping";
import yamlReservedCharacter from "./yaml-reserved-character";
import yamlSeveralDocuments from "./yaml-several-documents";
import yamlSyntax from "./yaml-syntax";
import yamlTab from "./yaml-tab";
import yamlTooDeep from "./yaml-too-deep";
import yamlUndefinedAlias from "./yaml-undefined-alias";
import yamlUnknownTag from "./yaml-unknown-tag";
import yamlUnprintable from "./yaml-unprintable";
import yamlUnsupportedValue from "./yaml-unsupported-value";
import zero3SingleAdapter from "./zero3-single-adapter";

/** Every rule, in the order in which upstream comes to it. `run.ts` looks at them phase by phase in this order. */
export const RULES: readonly Rule[] = [
  // What the reader of the file or of the flags refuses.
  yamlSyntax,
  yamlTab,
  yamlColonInValue,
  yamlReservedCharacter,
  yamlDuplicateKey,
  yamlMergeConflict,
  yamlUnprintable,
  yamlUndefinedAlias,
  yamlSeveralDocuments,
  yamlUnknownTag,
  yamlNotAMapping,
  yamlTooDeep,
  yamlAliasesExplode,
  yamlInterpolation,
  yamlKeyType,
  yamlUnsupportedValue,
  overrideSyntax,
  configFileMissing,
  jsonConfigRefused,
  notUtf8,
  flagAmbiguous,
  flagNeedsValue,
  flagTakesNoValue,
  flagValueInvalid,
  flagChoiceInvalid,
  flagRequired,
  accelerateFile,
  tokensFile,
  v1KeyUnknown,
  // At import.
  useMcaNeedsPackage,
  baseDependencyVersions,
  // RayArguments.
  rayInitKwargsJson,
  useRayFromEnv,
  // ModelArguments.
  modelPathRequired,
  adapterPathCommaList,
  addTokensCommaList,
  specialTokensConfigReadable,
  specialTokensConfigMapping,
  specialTokensConfigWins,
  addSpecialTokensCommaList,
  initSpecialTokensNeedsConfig,
  imagePixelsOrder,
  videoPixelsOrder,
  exportQuantizationNeedsDataset,
  vllmConfigJson,
  sglangConfigJson,
  // DataArguments.
  dataCommaLists,
  mediaDirDefault,
  valSizeNeedsDataset,
  valSizeOrEvalDataset,
  interleaveProbsNeedInterleave,
  interleaveProbsLength,
  interleaveProbsEvalLength,
  streamingValSizeInteger,
  streamingNoMaxSamples,
  maskHistoryOrTrainOnPrompt,
  neatPackingTurnsOnPacking,
  packingShortensCutoff,
  // TrainingArguments of transformers.
  hfJsonFields,
  hfPathText,
  hf5WarmupRatioToSteps,
  hfSeenTokens,
  hfOldSwitches,
  hfEvalStrategyValues,
  hfLoggingStrategyValues,
  hfSaveStrategyValues,
  hfHubStrategyValues,
  hfLrSchedulerTypeValues,
  hfEvalStrategyTurnsOnEval,
  hfEmptyCacheSteps,
  hfEvalStepsNeeded,
  hfEvalStepsDefault,
  hfLoggingStepsNonzero,
  hfLoggingStepsWhole,
  hfEvalStepsWhole,
  hfSaveStepsWhole,
  hfLoadBestStrategiesMatch,
  hfLoadBestStepsMixed,
  hfLoadBestStepsMultiple,
  hfBestMetricDefault,
  hfBf16Device,
  hfFp16OrBf16,
  hfFullEvalPrecision,
  hfApexNoBf16,
  hfPlateauNeedsEval,
  hfOptimValues,
  hfAcceleratorConfig,
  hfDdpTimeout,
  hfTorchCompile,
  hfTf32Device,
  hfReportToDefault,
  hfWarmupRatioRange,
  hfWarmupStepsOverRatio,
  hfWarmupStepsWhole,
  hf5WarmupStepsNegative,
  hfFsdpValues,
  hfFsdpOffloadAlone,
  hfFsdpShardConflict,
  hfFsdpConfigFile,
  hfDebugValues,
  hfDeepspeedConfig,
  hfDeepspeedBatch,
  hfDeepspeedZeroSection,
  hfPushToHubToken,
  hfPrefetchNeedsWorkers,
  // EvaluationArguments.
  evalTaskRequired,
  evalSaveDirMustNotExist,
  // FinetuningArguments.
  finetuningCommaLists,
  loraAlphaDefault,
  finetuningTypeValid,
  refModelQuantizationBitValid,
  rewardModelQuantizationBitValid,
  ppoNeedsRewardModel,
  ppoLoraRewardNeedsLora,
  ppoOftRewardNeedsOft,
  dpoLabelSmoothingSigmoidOnly,
  llamaProNotFull,
  loraNoGaloreApolloBadam,
  galoreApolloBadamExclusive,
  pissaStage,
  loraplusLrRatioLoraOnly,
  useRsloraLoraOnly,
  useDoraLoraOnly,
  pissaInitLoraOnly,
  // Keys that no class took.
  unknownKeysYaml,
  unknownKeysCli,
  // get_train_args, what it refuses.
  mcaForcesGenerationArgs,
  useMcaKeyIgnored,
  predictWithGenerateSftOnly,
  neatPackingSftOnly,
  promptMaskingSftOnly,
  doPredictNeedsGenerate,
  rmPpoNoLoadBest,
  ppoTrainOnly,
  ppoNoShiftAttn,
  ppoKtNoLoraReward,
  ppoUnslothNoLoraReward,
  ppoLoggers,
  multiGpuNeedsLauncher,
  deepspeedNeedsTorchrun,
  streamingNeedsMaxSteps,
  doTrainNeedsDataset,
  evalNeedsData,
  predictNoZero3,
  predictOrAccuracy,
  trainNoQuantizationDeviceMap,
  pissaNoZero3,
  pureBf16Device,
  pureBf16NoZero3,
  layerwiseGaloreSingleProcess,
  layerwiseApolloSingleProcess,
  ratioBadamSingleProcess,
  layerBadamDistributedZero3,
  galoreApolloNoDeepspeed,
  fp8NoQuantization,
  trainBackendHuggingface,
  unslothNoZero3,
  ktNoZero3,
  // get_infer_args.
  vllmSftOnly,
  vllmNoOnTheFlyQuantization,
  vllmNoRopeScaling,
  vllmSingleAdapter,
  // get_eval_args.
  evalBackendHuggingface,
  // _verify_model_args.
  adapterNeedsLora,
  quantizationNeedsLoraOrOft,
  quantizationNoPissaInit,
  quantizationNoResizeVocab,
  quantizationNoNewAdapter,
  quantizationSingleAdapter,
  // _check_extra_dependencies.
  ktPackages,
  unslothPackage,
  ligerPackage,
  modPackage,
  vllmPackage,
  sglangPackage,
  galorePackage,
  apolloPackage,
  badamPackage,
  adamMiniPackage,
  swanlabPackage,
  plotLossPackage,
  deepspeedPackage,
  predictPackages,
  // _verify_trackio_args.
  trackioNeedsProject,
  trackioSpaceFormat,
  trackioRunNameAdvice,
  // get_train_args, what it warns of and fills in.
  fp8AllGatherNeedsFp8,
  resizeVocabAdditionalTarget,
  quantizedTrainingUpcastLayernorm,
  mixedPrecisionAdvice,
  galoreApolloPureBf16Advice,
  quantizedEvaluationScores,
  dpoEvaluationRefModel,
  generationMaxLengthDefault,
  generationBeamsFromEvalBeams,
  keepUnusedColumns,
  loraLabelNames,
  swanlabNotTwice,
  loraDdpUnusedParameters,
  rmPpoFullNoResume,
  outputDirNotEmpty,
  autoResumeLastCheckpoint,
  rmPpoLoraResumeAdapter,
  computeDtypeFromPrecision,
  trainDerivedModelFields,
  packingDefaultByStage,
  // get_infer_args, what it fills in.
  exportOnCpu,
  inferDeviceMapAuto,
  // The command itself, before it loads anything.
  hyperParallelPackage,
  stageValid,
  exportNeedsDir,
  exportQuantizeAfterMerge,
  // Loading the data and the model, and training.
  evalCommandDisabled,
  bnbPackage8bit,
  bnbPackage4bit,
  hqqPackage,
  eetqPackage,
  exportQuantizationPackages,
  ptqGptqPackage,
  ptqAwqPackage,
  ptqAqlmPackage,
  zero3SingleAdapter,
  ktSingleAdapter,
  unslothSingleAdapter,
  doraNoPtq,
  resizeVocabTrainsEmbeddings,
  ktLoraOnly,
  unslothNoOft,
  quantizedModelNeedsLoraOrOft,
  quantizedModelNoPissa,
  trainableParamsFloat32,
  newTokensResizeVocab,
  newSpecialTokensResizeVocab,
  lowCpuMemOffZero3,
  kvCacheOffInTraining,
  fsdp2NoReentrantGc,
  gradientCheckpointingOnByDefault,
  flashAttnFa3NotImplemented,
  flashAttnFa2NotInstalled,
  ptqIgnoresQuantizationBit,
  ptqNoZero3Fsdp,
  exportQuantizationBits,
  exportQuantizationFloat16,
  bnbBits,
  bnbSharded4bitOnly,
  hqqBits,
  eetqBits,
  hqqNoZero3Fsdp,
  eetqNoZero3Fsdp,
  ropeScalingNeedsLongerInput,
  ropeDynamicInTraining,
  ropeFactor,
  shiftAttnOldTransformers,
  shiftAttnLlamaOnly,
  templateMissingFromTokenizer,
  templateExists,
  templateNoTrainOnPrompt,
  reasoningTemplateNothink,
  datasetKindFitsStage,
  datasetDefined,
  tokenizedPathIgnoresDataArgs,
  tokenizedPathNoStreaming,
  streamingConcatNotMixed,
  interleaveNonStreamingAdvice,
  mixStrategyValid,
  neatPackingFa2BatchOne,
  exportNoMergeIntoQuantized,
  exportLegacyFormatTransformers5,
  mcaStages,
  rewardApiUrl,
  fullRewardSameTokenizer,
  galoreOptim,
  apolloOptim,
  layerwiseGaloreNoAccumulation,
  layerwiseGaloreGradNorm,
  layerwiseApolloNoAccumulation,
  layerwiseApolloGradNorm,
  badamRatioPositive,
  ktNoPredict,
  ktNoAccuracy,
  batchPredictSlow,
  ppoNoResume,
  ppoDeepspeedNoLogger,
  deepspeedValuesMatch,
  earlyStoppingNeedsEval,
  mcaPackingAligned,
  v1KernelsExperimental,
  // What no line of upstream looks at.
  typeRefused,
  valueType,
  valueChoice,
  keyWithoutEffect,
  transformersDependent,
];
