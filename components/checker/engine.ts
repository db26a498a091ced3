import type { Questions } from "@/lib/checker/tool/service";
import type { WorkerRequest, WorkerResponse } from "./checker.worker";

export type EngineProblem = "load" | "crash" | "stuck";

export class EngineError extends Error {
  constructor(readonly problem: EngineProblem) {
    super(`the checker: ${problem}`);
    this.name = "EngineError";
  }
}

// The engine bounds itself to 2 seconds; a slow phone may need some more.
const STUCK_AFTER_MILLISECONDS = 15_000;

interface Waiting {
  readonly resolve: (answers: unknown) => void;
  readonly reject: (error: EngineError) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The checker in its worker. A worker that does not answer is replaced by a new one. */
export class Engine {
  private worker: Worker | null = null;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly workerUrl: string,
    private readonly catalogUrl: string,
  ) {}

  ask<K extends keyof Questions>(kind: K, asks: Questions[K]["asks"]): Promise<Questions[K]["answers"]> {
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      const timer = setTimeout(() => this.fail("stuck"), STUCK_AFTER_MILLISECONDS);
      this.waiting.set(id, { resolve: resolve as (answers: unknown) => void, reject, timer });
      const request: WorkerRequest<K> = { id, catalogUrl: this.catalogUrl, kind, asks };
      try {
        this.start().postMessage(request);
      } catch {
        this.fail("load");
      }
    });
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.workerUrl, { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerResponse>) => this.settle(data));
    worker.addEventListener("error", () => this.fail("load"));
    this.worker = worker;
    return worker;
  }

  private settle(response: WorkerResponse): void {
    const waiting = this.waiting.get(response.id);
    if (!waiting) return;
    this.waiting.delete(response.id);
    clearTimeout(waiting.timer);
    if ("failed" in response) waiting.reject(new EngineError(response.failed));
    else waiting.resolve(response.answers);
  }

  private fail(problem: EngineProblem): void {
    const waiting = [...this.waiting.values()];
    this.stop();
    for (const { reject } of waiting) reject(new EngineError(problem));
  }
}
