using MyNumber.Card.Apdu;

namespace MyNumber.Card.Channels;

/// <summary>A SELECT by AID once more after <c>6F00</c>.</summary>
internal sealed class RepeatedSelection : IFollowUp
{
    private RepeatedSelection()
    {
    }

    public static byte[]? Next(ReadOnlySpan<byte> command, ReadOnlySpan<byte> response, FollowUpStep step, out int start)
    {
        start = 0;
        bool isAsleep = step.Round == 0
            && command is [0x00, 0xA4, 0x04, ..]
            && ResponseApdu.Of(response, step.End).Status == StatusWord.UnknownError;
        return isAsleep ? command.ToArray() : null;
    }
}
