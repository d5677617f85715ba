// Something that waits for a pause: what is typed is looked at once the typing rests.

export type AfterPause = {
  /** Does it after the pause, from now on. */
  soon: () => void;
  /** Does it now if it waits. */
  now: () => void;
  /** Does not do it after all. */
  stop: () => void;
};

export function afterPause(milliseconds: number, work: () => unknown): AfterPause {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    if (timer === undefined) return;
    stop();
    void work();
  };
  return {
    soon: () => {
      stop();
      timer = setTimeout(now, milliseconds);
    },
    now,
    stop,
  };
}
