using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>Whether the card knows this pair of parameters.</summary>
internal delegate bool ParameterRule(byte p1, byte p2);

/// <summary>Carries a command out after all checks of <see cref="CheckOrder"/> have passed, and answers the status word.</summary>
internal delegate ushort CommandAction(ref CommandContext context);

/// <summary>One command of the card as a row of <see cref="CommandTable"/>.</summary>
internal sealed class CommandEntry
{
    public required string Name { get; init; }

    /// <summary>00 (ISO/IEC 7816-4) or 80 (JICSAP), without channel and secure-messaging bits.</summary>
    public required byte Class { get; init; }

    public required byte Instruction { get; init; }

    public required ParameterRule Parameters { get; init; }

    public Presence Data { get; init; }

    public Presence ExpectedLength { get; init; }

    public TargetSource Target { get; init; }

    public FileKind Kind { get; init; }

    public CardOperation Operation { get; init; }

    /// <summary>Answer to class 08 (secure messaging, header not authenticated) while there is no session. Measured for SELECT, READ BINARY and VERIFY by one source
    /// (§5.6 item 7); 6882 is assumed for the others.</summary>
    public ushort WithoutSession { get; init; } = Status.SecureMessaging;

    /// <summary>Answer to class 0C (header authenticated): measured by one source (§5.6 item 7) without a difference between commands.</summary>
    public ushort WithAuthenticatedHeader { get; init; } = Status.SecureMessagingObject;

    public required CommandAction Action { get; init; }
}
