import type { Alarm, Panic } from "./panic.tsx";

/** Under an alarm: who looks after it, or the button for whoever will. */
export function AlarmNote({ panic, room, alarm }: { panic: Panic; room: string; alarm: Alarm }) {
  const by = panic.acknowledgedBy(room, alarm.alarm);
  return (
    <div class={`alarm ${by === undefined ? "alarm--open" : ""}`} role="group" aria-label="Alarm">
      {by === undefined ? (
        <>
          <span>Nobody has acknowledged this alarm.</span>
          <button
            type="button"
            class="button button--small button--danger"
            disabled={panic.isAsking(alarm.alarm)}
            onClick={() => void panic.acknowledge(room, alarm.alarm)}
          >
            Acknowledge
          </button>
        </>
      ) : (
        <span>Acknowledged by {by}</span>
      )}
      {alarm.battery && <span>Battery {alarm.battery}</span>}
    </div>
  );
}
