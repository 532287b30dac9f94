using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>VERIFY: with data an attempt, with none a question about the tries left that spends nothing.</summary>
internal static class VerifyCommand
{
    /// <summary>An attempt has no Le. Nor has the question: a real card refuses the fifth byte (one source), and the option turns that round.</summary>
    public static bool HasBody(in CommandApdu command, IOpenBehaviours options) =>
        (command.ExpectedLength != 0) == (command.Data.IsEmpty && options.QueryNeedsExpectedLength);

    public static ushort Run(ref CommandContext context)
    {
        PinFile pin = (PinFile)context.Target!;
        ReadOnlySpan<byte> candidate = context.Command.Data;
        if (candidate.IsEmpty)
        {
            return Ask(in context, pin);
        }

        if (candidate.Length > PinFile.MaximumLength || (!pin.HasLength(candidate.Length) && !context.Options.WrongLengthSpendsTry))
        {
            return Status.WrongLength;
        }

        if (pin.IsBlocked)
        {
            return context.Options.BlockedAnswers6983 ? Status.AuthenticationBlocked : Status.ReferenceBlocked;
        }

        bool matches = pin.Try(candidate);
        context.State.SetVerified(pin, matches);
        return matches ? Status.Success : Left(pin);
    }

    private static ushort Ask(in CommandContext context, PinFile pin) =>
        context.Options.VerifiedQueryAnswers9000 && context.State.IsVerified(pin.Id) ? Status.Success : Left(pin);

    private static ushort Left(PinFile pin) => pin.HasNoLimit && !pin.IsBlocked ? Status.NoTryLimit : Status.TriesLeft(pin.TriesLeft);
}
