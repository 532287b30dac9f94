namespace MyNumber.Jpki.Authority.Status;

/// <summary>One change of a certificate's status.</summary>
/// <param name="At">When it was made, whole seconds.</param>
/// <param name="Status">The status from then on.</param>
public readonly record struct StatusEvent(DateTimeOffset At, IssuedStatus Status);
