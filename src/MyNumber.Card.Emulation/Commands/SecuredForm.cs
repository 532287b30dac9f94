namespace MyNumber.Card.Emulation.Commands;

/// <summary>Which data object a command carries under secure messaging; strict, by measurement of one source (§5.6).</summary>
internal enum SecuredForm
{
    /// <summary>The command is not known under secure messaging.</summary>
    None = 0,

    /// <summary>86: padding indicator 01 and encrypted command data.</summary>
    Cryptogram = 0x86,

    /// <summary>96: the expected length in the clear.</summary>
    ExpectedLength = 0x96,
}
