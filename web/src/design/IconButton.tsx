import type { ComponentProps } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

type Props = { icon: IconName; label: string } & Omit<ComponentProps<"button">, "icon" | "label" | "children">;

/** A button that shows an icon and has a name. */
export function IconButton({ icon, label, class: extra, ...rest }: Props) {
  return (
    <button type="button" class={`icon-button ${extra ?? ""}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
