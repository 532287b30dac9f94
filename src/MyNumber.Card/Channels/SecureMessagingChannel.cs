using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Channels;

/// <summary>Secure messaging (セキュアメッセージング) of the input-support application: SELECT file, VERIFY and READ BINARY go encrypted and so do their answers.</summary>
/// <remarks>
/// <para>One source, measured on a test card. AES-128-CBC, an initial value from a counter of the protected commands, and no MAC: it keeps a listener out and proves nothing
/// about who answers. Commands without a protected form pass in the clear and do not count, except that one which carries a new PIN is refused.</para>
/// <para>A SELECT of an application ends the session on purpose; the keys are zeroed and everything passes in the clear from then on. When the card or the counter is lost,
/// every command that must be protected throws <see cref="SecureMessagingLostException"/>: nothing falls back to the clear. One call at a time.</para>
/// </remarks>
public sealed class SecureMessagingChannel : ICardChannel, IDisposable
{
    /// <summary>Bytes of the AES key.</summary>
    public const int KeyLength = SessionCipher.KeyLength;

    private const int AnswerOverhead = 16 + 1 + 4 + 2;
    private readonly ICardChannel _inner;
    private readonly SessionCipher _cipher;
    private bool _isOver;

    /// <summary>Puts a session whose key the card already has over a channel. The counter begins at 1.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <param name="key">The AES key, <see cref="KeyLength"/> bytes; copied. The caller zeroes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public SecureMessagingChannel(ICardChannel inner, ReadOnlySpan<byte> key)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (key.Length != KeyLength)
        {
            throw new ArgumentException("The key does not have 16 bytes.", nameof(key));
        }

        _inner = inner;
        _cipher = new SessionCipher(key);
    }

    /// <summary>Whether the session has ended, by loss, by <see cref="Dispose"/> or by a SELECT of an application.</summary>
    public bool IsLost { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="SecureMessagingLostException">The session is over, or ended with this command.</exception>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        if (Protect(command) is not byte[] protectedCommand)
        {
            return Passed(command, response, _inner.Transmit(command, response));
        }

        using PinnedBuffer answer = new(RoomFor(command));
        try
        {
            return Reveal(answer.Span, _inner.Transmit(protectedCommand, answer.Span), response);
        }
        catch (Exception cause)
        {
            throw Lose(cause);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(protectedCommand);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="SecureMessagingLostException">The session is over, or ended with this command.</exception>
    public async ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Protect(command.Span) is not byte[] protectedCommand)
        {
            int passed = await _inner.TransmitAsync(command, response, cancellationToken).ConfigureAwait(false);
            return Passed(command.Span, response.Span, passed);
        }

        using PinnedBuffer answer = new(RoomFor(command.Span));
        try
        {
            int length = await _inner.TransmitAsync(protectedCommand, answer.Memory, CancellationToken.None).ConfigureAwait(false);
            return Reveal(answer.Span, length, response.Span);
        }
        catch (Exception cause)
        {
            throw Lose(cause);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(protectedCommand);
        }
    }

    /// <summary>Zeroes the key and ends the session; what must be protected is refused from then on.</summary>
    public void Dispose()
    {
        IsLost = true;
        _cipher.Dispose();
    }

    private static int RoomFor(ReadOnlySpan<byte> command)
    {
        CommandShape.TryFind(command, out CommandShape shape);
        return Math.Max(256, ProtectedCommand.ExpectedOf(command, shape)) + AnswerOverhead;
    }

    private byte[]? Protect(ReadOnlySpan<byte> command)
    {
        if (_isOver || !CommandShape.TryFind(command, out CommandShape shape))
        {
            return null;
        }

        if (ProtectedCommand.IsSelectApplication(command))
        {
            IsLost = true;
            _cipher.Dispose();
            return null;
        }

        if (ProtectedCommand.CarriesNewPin(command))
        {
            throw new CardException("A new PIN has no protected form; select the application again to send it in the clear.");
        }

        if (!ProtectedCommand.HasForm(command, shape))
        {
            return null;
        }

        return IsLost ? throw new SecureMessagingLostException("select the application again.") : ProtectedCommand.Write(command, shape, _cipher);
    }

    /// <summary>Only a SELECT that the card carried out frees the road: after a refused one the old application may still be current.</summary>
    private int Passed(ReadOnlySpan<byte> command, ReadOnlySpan<byte> response, int length)
    {
        _isOver |= ProtectedCommand.IsSelectApplication(command) && ResponseApdu.Of(response, length).Status.IsSuccess;
        return length;
    }

    private int Reveal(Span<byte> answer, int length, Span<byte> response)
    {
        ResponseApdu protectedAnswer = ResponseApdu.Of(answer, length);
        if (protectedAnswer.Status.IsSecureMessagingLost)
        {
            throw new SecureMessagingLostException($"the card answered {protectedAnswer.Status}.");
        }

        int plain = protectedAnswer.Data.IsEmpty ? 0 : DecryptObject(answer[..(length - 2)], response);
        if (plain + 2 > response.Length)
        {
            throw new CardException("The response buffer is too short for the answer.");
        }

        (response[plain], response[plain + 1]) = (protectedAnswer.Status.Sw1, protectedAnswer.Status.Sw2);
        _cipher.Advance();
        return plain + 2;
    }

    private int DecryptObject(Span<byte> data, Span<byte> response)
    {
        BerTlvReader reader = new(data);
        if (!reader.TryRead(out ushort tag, out ReadOnlySpan<byte> value) || tag != 0x86 || !reader.Rest.IsEmpty || value is not [0x01, ..])
        {
            throw new SecureMessagingLostException("the answer is not one object 86.");
        }

        Span<byte> cryptogram = data[^(value.Length - 1)..];
        int plain = _cipher.Decrypt(cryptogram);
        if (plain < 0)
        {
            throw new SecureMessagingLostException("the answer does not decrypt.");
        }

        return cryptogram[..plain].TryCopyTo(response) ? plain : throw new CardException("The response buffer is too short for the answer.");
    }

    /// <summary>After a broken exchange the card's counter is not known, so the session is over whatever the cause was.</summary>
    private Exception Lose(Exception cause)
    {
        IsLost = true;
        _cipher.Dispose();
        return cause is SecureMessagingLostException or CardRemovedException
            ? cause
            : new SecureMessagingLostException("the exchange failed.", cause);
    }
}
