import { initialsOf } from "./profile.ts";

interface Props {
  /** Without a name while it is not known. */
  profile: { readonly name: string | undefined; readonly color: string } | undefined;
  small?: boolean;
}

/** A person's initials on their colour; a decoration, since the name stands beside it. */
export function Avatar({ profile, small }: Props) {
  const classes = `avatar person--${profile?.color ?? "none"} ${small ? "avatar--small" : ""}`;
  return (
    <span class={classes} aria-hidden="true">
      {profile?.name ? initialsOf(profile.name) : ""}
    </span>
  );
}
