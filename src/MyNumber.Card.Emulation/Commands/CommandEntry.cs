using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>Whether the card knows this pair of parameters.</summary>
internal delegate bool ParameterRule(byte p1, byte p2);

/// <summary>Whether the body has a form that presence of data and Le alone does not tell.</summary>
internal delegate bool BodyRule(in CommandApdu command, IOpenBehaviours options);

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

    /// <summary>A further rule for the body, if the command has one.</summary>
    public BodyRule? Body { get; init; }

    public TargetSource Target { get; init; }

    public FileKind Kind { get; init; }

    public CardOperation Operation { get; init; }

    /// <summary>The data object of class 08 (secure messaging, header not authenticated).</summary>
    public SecuredForm Secured { get; init; }

    /// <summary>Answer to class 08 in an application without secure messaging. Measured for SELECT, READ BINARY and VERIFY by one source
    /// (§5.6 item 7); 6882 is assumed for the others.</summary>
    public ushort WithoutSession { get; init; } = Status.SecureMessaging;

    public required CommandAction Action { get; init; }
}
