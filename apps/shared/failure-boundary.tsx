import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown where a part of the page could not be loaded, or failed. */
  readonly failed: string;
  readonly children: ReactNode;
}

/** Says that a page failed, where it would otherwise be empty. */
export class FailureBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? (
      <p role="alert" className="fault">
        {this.props.failed}
      </p>
    ) : (
      this.props.children
    );
  }
}
