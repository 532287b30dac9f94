namespace MyNumber.Card.Emulation.Commands;

/// <summary>Where a command names its file: nowhere, or by a short identifier (SFI) in a parameter with the current file otherwise.</summary>
internal enum TargetSource
{
    None = 0,

    /// <summary>P1: 80 + SFI.</summary>
    FirstParameter,

    /// <summary>P2: 80 + SFI.</summary>
    SecondParameter,

    /// <summary>P2: 80 + SFI, or 00 for the application's default key.</summary>
    SecondParameterOrDefaultKey,

    /// <summary>P2: SFI in the upper five bits, as READ RECORD has it.</summary>
    RecordParameter,
}
