using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>The order in which the card refuses, in one table.</summary>
/// <remarks>The order is an assumption of the project research notes (§10 item 4); no source has measured it.</remarks>
internal static class CheckOrder
{
    private delegate ushort Check(ref CommandContext context);

    private static readonly (string Name, Check Check)[] Order =
    [
        ("form", Form),
        ("class", Class),
        ("instruction", Instruction),
        ("secure messaging", SecureMessagingCheck.Run),
        ("parameters", Parameters),
        ("body", Body),
        ("target", Target),
        ("kind", Kind),
        ("access", Access),
        ("action", Action),
    ];

    /// <summary>Runs the checks until one refuses or the action answers.</summary>
    /// <param name="context">The command; gains entry, target and rule on the way.</param>
    /// <param name="decidedBy">The name of the check that decided.</param>
    /// <returns>The status word.</returns>
    public static ushort Run(ref CommandContext context, out string decidedBy)
    {
        decidedBy = string.Empty;
        ushort status = Status.Success;
        foreach ((string name, Check check) in Order)
        {
            decidedBy = name;
            status = check(ref context);
            if (status != Status.Success)
            {
                break;
            }
        }

        return status;
    }

    private static ushort Form(ref CommandContext context) => context.Command.HasHeader ? Status.Success : Status.WrongLength;

    // ISO/IEC 7816-4 §5.4.1: bits 1-2 channel, bits 3-4 secure messaging; chaining (bit 5) and channels 4-19 (bit 7) are not known to the card.
    private static ushort Class(ref CommandContext context) => (context.Command.Class & 0x70, context.Command.Class & 0x03) switch
    {
        (not 0, _) => Status.UnknownClass,
        (_, not 0) => Status.LogicalChannel,
        _ => Status.Success,
    };

    private static ushort Instruction(ref CommandContext context)
    {
        context.Entry = CommandTable.Find((byte)(context.Command.Class & 0x80), context.Command.Instruction);
        return context.Entry is null ? Status.UnknownInstruction : Status.Success;
    }

    private static ushort Parameters(ref CommandContext context) =>
        context.Entry!.Parameters(context.Command.P1, context.Command.P2) ? Status.Success : Status.WrongParameters;

    private static ushort Body(ref CommandContext context)
    {
        CommandApdu command = context.Command;
        return command.IsWellFormed
            && Fits(context.Entry!.Data, !command.Data.IsEmpty)
            && Fits(context.Entry.ExpectedLength, command.ExpectedLength != 0)
            && (context.Entry.Body is null || context.Entry.Body(in command, context.Options))
            ? Status.Success
            : Status.WrongLength;
    }

    // The short identifier makes its file current, even when a later check refuses.
    private static ushort Target(ref CommandContext context)
    {
        TargetSource source = context.Entry!.Target;
        if (source == TargetSource.None)
        {
            return Status.Success;
        }

        if (source == TargetSource.SecondParameterOrDefaultKey && context.Command.P2 == 0)
        {
            context.Target = context.State.Application.DefaultKey;
            return context.Target is null ? Status.WrongParameters : Status.Success;
        }

        int shortIdentifier = ShortIdentifier(source, context.Command.P1, context.Command.P2);
        if (shortIdentifier == 0)
        {
            context.Target = context.State.File;
            return context.Target is null ? Status.NoCurrentFile : Status.Success;
        }

        context.Target = context.State.Application.Find((ushort)shortIdentifier);
        if (context.Target is null)
        {
            return Status.NotFound;
        }

        context.State.Select(context.Target);
        return Status.Success;
    }

    /// <summary>The short identifier by which a command names its file; 0 when it means the current one.</summary>
    internal static int ShortIdentifier(TargetSource source, byte p1, byte p2) => source switch
    {
        TargetSource.RecordParameter => p2 >> 3,
        TargetSource.FirstParameter => (p1 & 0x80) == 0 ? 0 : p1 & 0x1F,
        TargetSource.None => 0,
        _ => p2 & 0x1F,
    };

    private static ushort Kind(ref CommandContext context) =>
        context.Entry!.Kind == FileKind.None || context.Target!.Kind == context.Entry.Kind ? Status.Success : Status.WrongKind;

    private static ushort Access(ref CommandContext context)
    {
        if (context.Target is not { } target)
        {
            return Status.Success;
        }

        context.Rule = target.Access[context.Entry!.Operation];
        return context.Rule.Value.Permits(context.State) ? Status.Success : Status.SecurityStatus;
    }

    private static ushort Action(ref CommandContext context)
    {
        ushort status = context.Entry!.Action(ref context);
        if (status != Status.Success || !context.IsSecured)
        {
            return status;
        }

        if (SecuredAnswer.LengthOf(context.Written) > context.SecuredExpectedLength)
        {
            return Status.WrongLength;
        }

        context.Secure();
        return status;
    }

    private static bool Fits(Presence presence, bool isThere) => presence == Presence.Optional || (presence == Presence.Required) == isThere;
}
