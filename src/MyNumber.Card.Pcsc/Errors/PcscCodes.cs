namespace MyNumber.Card.Pcsc.Errors;

/// <summary>Return codes that this library acts on; <see cref="PcscErrors"/> has all of them.</summary>
internal static class PcscCodes
{
    public const uint Success = 0;
    public const uint InternalError = 0x8010_0001;
    public const uint Cancelled = 0x8010_0002;
    public const uint InsufficientBuffer = 0x8010_0008;
    public const uint UnknownReader = 0x8010_0009;
    public const uint Timeout = 0x8010_000A;
    public const uint SharingViolation = 0x8010_000B;
    public const uint ProtocolMismatch = 0x8010_000F;
    public const uint CommunicationError = 0x8010_0013;
    public const uint NoReadersAvailable = 0x8010_002E;
    public const uint UnresponsiveCard = 0x8010_0066;
    public const uint UnpoweredCard = 0x8010_0067;
    public const uint ResetCard = 0x8010_0068;
    public const uint RemovedCard = 0x8010_0069;
}
