using MyNumber.Card.Apdu;

namespace MyNumber.Card.Channels;

/// <summary>GET RESPONSE while the card says <c>61xx</c>.</summary>
internal sealed class MoreData : IFollowUp
{
    private const int MaximumRounds = 257;

    private MoreData()
    {
    }

    public static byte[]? Next(ReadOnlySpan<byte> command, ReadOnlySpan<byte> response, FollowUpStep step, out int start)
    {
        start = step.End - 2;
        StatusWord status = ResponseApdu.Of(response, step.End).Status;
        if (!status.HasMoreData)
        {
            return null;
        }

        if (step.Round > 0 && start == step.Begin)
        {
            throw new CardException("The card announces more response data and gives none.");
        }

        if (step.Round == MaximumRounds)
        {
            throw new CardException("The card announces more response data than an answer can have.");
        }

        if (response.Length - step.End < status.AnnouncedLength)
        {
            throw new CardException("The response buffer is too short for the announced data.");
        }

        byte[] next = new byte[5];
        new CommandApdu(0x00, 0xC0, 0x00, 0x00, expected: status.AnnouncedLength).TryWrite(next, out _);
        return next;
    }
}
