namespace MyNumber.Card.Pcsc.Native;

/// <summary>Arguments and flags of winscard.h, the same on every platform.</summary>
internal static class PcscConstants
{
    public const uint ScopeSystem = 2;
    public const uint ShareShared = 2;
    public const uint ProtocolT0 = 1;
    public const uint ProtocolT1 = 2;
    public const uint LeaveCard = 0;
    public const uint UnpowerCard = 2;

    /// <summary>SCARD_POWERED of pcsc-lite and macOS, a flag among others.</summary>
    public const uint PoweredFlag = 0x10;

    /// <summary>SCARD_POWERED of Windows, where SCardStatus tells one number and those above have power too.</summary>
    public const uint PoweredOnWindows = 4;

    public const uint StateUnaware = 0x0000;
    public const uint StateChanged = 0x0002;
    public const uint StateUnknown = 0x0004;
    public const uint StateUnavailable = 0x0008;
    public const uint StateEmpty = 0x0010;
    public const uint StatePresent = 0x0020;
    public const uint StateExclusive = 0x0080;
    public const uint StateInUse = 0x0100;
    public const uint StateMute = 0x0200;

    /// <summary>The reader that is none: its state changes when readers come and go.</summary>
    public const string PlugAndPlay = @"\\?PnP?\Notification";
}
