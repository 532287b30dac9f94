using MyNumber.Card.Apdu;

namespace MyNumber.Card.Sessions;

public sealed partial class CardSession
{
    /// <summary>The longest block that an RSA-2048 key pads (PKCS#1 v1.5 adds 11 bytes).</summary>
    public const int MaximumSignatureInput = 245;

    private const byte CurrentKey = 0x80;
    private const byte DefaultKey = 0x00;

    /// <summary>Lets a key of the current application sign a block (COMPUTE DIGITAL SIGNATURE, P1 = 00): the card pads it by PKCS#1 v1.5 and looks at nothing in it.</summary>
    /// <param name="key">The key's file. Its PIN must have been verified since the application was selected.</param>
    /// <param name="block">1 to <see cref="MaximumSignatureInput"/> bytes, normally a DigestInfo. The copy in the command is zeroed.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The signature, the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The block is empty or too long.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when the PIN is missing.</exception>
    public ValueTask<byte[]> SignAsync(CardFileId key, ReadOnlyMemory<byte> block, CancellationToken cancellationToken = default) =>
        SignAsync(key, CardSigningMode.Block, block, synchronous: false, cancellationToken);

    /// <summary>Lets a key of the current application sign in a mode of the caller's choice.</summary>
    /// <param name="key">The key's file. Its PIN must have been verified since the application was selected.</param>
    /// <param name="mode">What the card does with the input; mind its <see cref="CardSigningMode.Confidence"/>.</param>
    /// <param name="input">As many bytes as the mode takes. The copy in the command is zeroed.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The signature, the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mode does not take so many bytes.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when the PIN is missing, <c>6A86</c> when it does not know the mode.</exception>
    public ValueTask<byte[]> SignAsync(CardFileId key, CardSigningMode mode, ReadOnlyMemory<byte> input, CancellationToken cancellationToken = default) =>
        SignAsync(key, mode, input, synchronous: false, cancellationToken);

    /// <summary>The synchronous twin of <see cref="SignAsync(CardFileId, ReadOnlyMemory{byte}, CancellationToken)"/>, for RSA's signing methods. It blocks on the channel, never on a task.</summary>
    /// <param name="key">As there.</param>
    /// <param name="block">As there.</param>
    /// <returns>The signature, the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The block is empty or too long.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when the PIN is missing.</exception>
    public byte[] Sign(CardFileId key, ReadOnlyMemory<byte> block) => Sign(key, CardSigningMode.Block, block);

    /// <summary>The synchronous twin of <see cref="SignAsync(CardFileId, CardSigningMode, ReadOnlyMemory{byte}, CancellationToken)"/>.</summary>
    /// <param name="key">As there.</param>
    /// <param name="mode">As there.</param>
    /// <param name="input">As there.</param>
    /// <returns>The signature, the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mode does not take so many bytes.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when the PIN is missing, <c>6A86</c> when it does not know the mode.</exception>
    public byte[] Sign(CardFileId key, CardSigningMode mode, ReadOnlyMemory<byte> input) =>
        SignAsync(key, mode, input, synchronous: true, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Lets the default key of the current application sign a block (P2 = 00); input support and surface have one, which needs no PIN.</summary>
    /// <param name="block">1 to <see cref="MaximumSignatureInput"/> bytes, normally a DigestInfo.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The signature, the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The block is empty or too long.</exception>
    /// <exception cref="CardStatusException">The card refused.</exception>
    public ValueTask<byte[]> SignWithDefaultKeyAsync(ReadOnlyMemory<byte> block, CancellationToken cancellationToken = default)
    {
        CheckInput(CardSigningMode.Block, block.Length);
        return SignCurrentAsync(DefaultKey, CardSigningMode.Block, block, synchronous: false, "COMPUTE DIGITAL SIGNATURE default key", cancellationToken);
    }

    /// <summary>Lets a key of the current application answer a challenge (INTERNAL AUTHENTICATE); on this card the common application's 0019 does so without a PIN.</summary>
    /// <param name="key">The key's file, at most 001E: it is named by its short identifier.</param>
    /// <param name="challenge">1 to 255 bytes.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The signature over the challenge's SHA-256 (PKCS#1 v1.5), the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The challenge or the identifier is outside its range.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> or <c>6985</c> for other keys.</exception>
    public async ValueTask<byte[]> InternalAuthenticateAsync(CardFileId key, ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(challenge.Length, nameof(challenge));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(challenge.Length, 255, nameof(challenge));
        ArgumentOutOfRangeException.ThrowIfZero(key.Value, nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Value, (ushort)0x1E, nameof(key));
        ReadOnlyMemory<byte> command = Compose(new CommandApdu(0x00, 0x88, 0x00, (byte)(0x80 + key.Value), challenge.Span, expected: 256));
        int length = await EndAsync(BeginAsync(command, cancellationToken)).ConfigureAwait(false);
        return TakeSignature($"INTERNAL AUTHENTICATE {key}", length);
    }

    private async ValueTask<byte[]> SignAsync(CardFileId key, CardSigningMode mode, ReadOnlyMemory<byte> input, bool synchronous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mode);
        CheckInput(mode, input.Length);
        Accept(key, await SendAsync(SelectFileCommand(key), synchronous, cancellationToken).ConfigureAwait(false));
        return await SignCurrentAsync(CurrentKey, mode, input, synchronous, $"COMPUTE DIGITAL SIGNATURE {key}", cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<byte[]> SignCurrentAsync(
        byte key, CardSigningMode mode, ReadOnlyMemory<byte> input, bool synchronous, string operation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadOnlyMemory<byte> command = Compose(new CommandApdu(0x80, 0x2A, mode.Parameter, key, input.Span, expected: 256));
        try
        {
            int length = synchronous ? Begin(command) : await EndAsync(BeginAsync(command, cancellationToken)).ConfigureAwait(false);
            return TakeSignature(operation, length);
        }
        finally
        {
            if (_options.PowerDownAfterSignature)
            {
                Dispose();
            }
        }
    }

    private static void CheckInput(CardSigningMode mode, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, mode.MinimumLength, "input");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, mode.MaximumLength, "input");
    }

    private byte[] TakeSignature(string operation, int length)
    {
        try
        {
            ResponseApdu response = ResponseApdu.Of(Answer.Span, length);
            return response.Status.IsSuccess ? response.Data.ToArray() : throw new CardStatusException(operation, response.Status);
        }
        finally
        {
            Clear();
        }
    }
}
