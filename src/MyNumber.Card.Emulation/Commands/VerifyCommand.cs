using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>VERIFY: with data an attempt, with none a question about the tries left that spends nothing.</summary>
internal static class VerifyCommand
{
    public static ushort Run(ref CommandContext context)
    {
        PinFile pin = (PinFile)context.Target!;
        ReadOnlySpan<byte> candidate = context.Command.Data;
        if (candidate.IsEmpty)
        {
            return Status.TriesLeft(pin.TriesLeft);
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
        return matches ? Status.Success : Status.TriesLeft(pin.TriesLeft);
    }
}
