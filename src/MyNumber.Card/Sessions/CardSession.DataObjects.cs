using System.Security.Cryptography;
using MyNumber.Card.Apdu;

namespace MyNumber.Card.Sessions;

public sealed partial class CardSession
{
    private const int ExtendedAnswer = 4096 + 2;

    /// <summary>Reads a data object of what is selected (GET DATA). A long one is asked for once more with an extended Le when the card answers <c>6700</c> to a short one
    /// (one source).</summary>
    /// <param name="tag">The object's tag: P1 and P2.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card gave, or <see langword="null"/> when it has no such object (<c>6A88</c>).</returns>
    /// <exception cref="CardStatusException">Another status word.</exception>
    public async ValueTask<byte[]?> GetDataAsync(ushort tag, CancellationToken cancellationToken = default)
    {
        int length = await EndAsync(BeginAsync(Compose(GetData(tag, extended: false)), cancellationToken)).ConfigureAwait(false);
        StatusWord status = ResponseApdu.Of(Answer.Span, length).Status;
        if (status != StatusWord.WrongLength)
        {
            return TakeObject(tag, Answer.Span, length);
        }

        byte[] answer = NewBuffer(ExtendedAnswer);
        try
        {
            length = await ExchangeAsync(Compose(GetData(tag, extended: true)), answer, cancellationToken).ConfigureAwait(false);
            return TakeObject(tag, answer, length);
        }
        finally
        {
            Clear();
            CryptographicOperations.ZeroMemory(answer);
        }
    }

    private static CommandApdu GetData(ushort tag, bool extended) =>
        new(0x00, 0xCA, (byte)(tag >> 8), (byte)(tag & 0xFF), expected: extended ? CommandApdu.MaximumExpectedLength : 256);

    private byte[]? TakeObject(ushort tag, ReadOnlySpan<byte> answer, int length)
    {
        try
        {
            ResponseApdu response = ResponseApdu.Of(answer, length);
            return response.Status.IsSuccess ? response.Data.ToArray()
                : response.Status == StatusWord.ReferencedDataNotFound ? null
                : throw new CardStatusException($"GET DATA {tag:X4}", response.Status);
        }
        finally
        {
            Clear();
        }
    }
}
