using System.Security.Cryptography;
using MyNumber.Card.Apdu;

namespace MyNumber.Card.Sessions;

public sealed partial class CardSession
{
    /// <summary>The longest block that an RSA-2048 key pads (PKCS#1 v1.5 adds 11 bytes).</summary>
    public const int MaximumSignatureInput = 245;

    /// <summary>Lets a key of the current application sign a block (COMPUTE DIGITAL SIGNATURE, P1 = 00): the card pads it by PKCS#1 v1.5 and looks at nothing in it.</summary>
    /// <param name="key">The key's file. Its PIN must have been verified since the application was selected.</param>
    /// <param name="block">1 to <see cref="MaximumSignatureInput"/> bytes, normally a DigestInfo. The copy in the command is zeroed.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The signature, the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The block is empty or too long.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when the PIN is missing.</exception>
    public ValueTask<byte[]> SignAsync(CardFileId key, ReadOnlyMemory<byte> block, CancellationToken cancellationToken = default) =>
        SignAsync(key, block, synchronous: false, cancellationToken);

    /// <summary>The synchronous twin of <see cref="SignAsync(CardFileId, ReadOnlyMemory{byte}, CancellationToken)"/>, for RSA's signing methods. It blocks on the channel, never on a task.</summary>
    /// <param name="key">As there.</param>
    /// <param name="block">As there.</param>
    /// <returns>The signature, the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The block is empty or too long.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when the PIN is missing.</exception>
    public byte[] Sign(CardFileId key, ReadOnlyMemory<byte> block) => SignAsync(key, block, synchronous: true, CancellationToken.None).GetAwaiter().GetResult();

    private async ValueTask<byte[]> SignAsync(CardFileId key, ReadOnlyMemory<byte> block, bool synchronous, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(block.Length, nameof(block));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(block.Length, MaximumSignatureInput, nameof(block));
        await SelectFileAsync(key, synchronous, cancellationToken).ConfigureAwait(false);
        byte[] command = Encode(new CommandApdu(0x80, 0x2A, 0x00, 0x80, block.Span, expected: 256));
        byte[] answer = NewBuffer(ShortAnswer);
        try
        {
            int length = await ExchangeAsync(command, answer, synchronous, cancellationToken).ConfigureAwait(false);
            return TakeSignature(key, answer, length);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(command);
            CryptographicOperations.ZeroMemory(answer);
        }
    }

    private static byte[] TakeSignature(CardFileId key, ReadOnlySpan<byte> answer, int length)
    {
        ResponseApdu response = ResponseApdu.Of(answer, length);
        return response.Status.IsSuccess ? response.Data.ToArray() : throw new CardStatusException($"COMPUTE DIGITAL SIGNATURE {key}", response.Status);
    }
}
