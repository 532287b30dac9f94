namespace MyNumber.Card.Emulation.Commands;

/// <summary>GET DATA: the card's own objects while the issuer's application is current; an object longer than Ne answers 6700 (§3.6, one source).</summary>
internal static class GetDataCommand
{
    private const ushort ContactAnswerTag = 0x5F51;

    public static ushort Run(ref CommandContext context)
    {
        ushort tag = (ushort)((context.Command.P1 << 8) | context.Command.P2);
        byte[]? value = tag == ContactAnswerTag ? ContactAnswer(in context) : context.State.Application.FindData(tag);
        if (value is null)
        {
            return Status.DataNotFound;
        }

        if (value.Length > context.Command.ExpectedLength)
        {
            return Status.WrongLength;
        }

        Span<byte> response = context.Reserve(value.Length);
        return value.AsSpan().TryCopyTo(response) ? Status.Success : Status.NoDiagnosis;
    }

    private static byte[]? ContactAnswer(in CommandContext context) =>
        context.Files.ContactAnswer.Length == 0 || (context.Options.ContactAnswerNeedsApplication && context.State.Application == context.Files.Default)
            ? null
            : context.Files.ContactAnswer;
}
