/** A button below a list. */
export function ListButton({ title, onPress }: { readonly title: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="plain second" onClick={onPress}>
      {title}
    </button>
  );
}
