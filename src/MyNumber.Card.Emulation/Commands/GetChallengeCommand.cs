namespace MyNumber.Card.Emulation.Commands;

/// <summary>GET CHALLENGE: 1 to 256 random bytes; the extended form is refused (one source, measured).</summary>
internal static class GetChallengeCommand
{
    public static ushort Run(ref CommandContext context)
    {
        if (context.Command.IsExtended)
        {
            return Status.ConditionsOfUse;
        }

        Span<byte> challenge = context.Reserve(context.Command.ExpectedLength);
        context.Options.FillRandom(challenge);
        return Status.Success;
    }
}
