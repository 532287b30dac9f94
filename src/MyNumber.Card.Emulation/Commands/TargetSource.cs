namespace MyNumber.Card.Emulation.Commands;

/// <summary>Where a command names its file: nowhere, or by a short identifier (SFI) in P1 or P2 with the current file otherwise.</summary>
internal enum TargetSource
{
    None = 0,
    FirstParameter,
    SecondParameter,
}
