using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Card.Apdu;

namespace MyNumber.Card.Channels;

/// <summary>Sends a command once more with the Le that the card asked for by <c>6Cxx</c>.</summary>
/// <remarks>Once only, and only a command that has an Le: one without it (VERIFY among them) is never sent twice. The copy of the command is zeroed.
/// As thread safe as the channel below.</remarks>
public sealed class CorrectLengthChannel : ICardChannel
{
    private readonly ICardChannel _inner;

    /// <summary>Puts the behaviour over a channel.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    public CorrectLengthChannel(ICardChannel inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        int length = _inner.Transmit(command, response);
        if (Correct(command, response, length) is not byte[] corrected)
        {
            return length;
        }

        try
        {
            return _inner.Transmit(corrected, response);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(corrected);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        int length = await _inner.TransmitAsync(command, response, cancellationToken).ConfigureAwait(false);
        if (Correct(command.Span, response.Span, length) is not byte[] corrected)
        {
            return length;
        }

        try
        {
            return await _inner.TransmitAsync(corrected, response, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(corrected);
        }
    }

    private static byte[]? Correct(ReadOnlySpan<byte> command, ReadOnlySpan<byte> response, int length)
    {
        StatusWord status = ResponseApdu.Of(response, length).Status;
        if (!status.HasCorrectLength || !CommandShape.TryFind(command, out CommandShape shape) || !(shape.HasShortExpected || shape.HasExtendedExpected))
        {
            return null;
        }

        byte[] corrected = GC.AllocateUninitializedArray<byte>(command.Length, pinned: true);
        command.CopyTo(corrected);
        if (shape.HasShortExpected)
        {
            corrected[^1] = status.Sw2;
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(corrected.AsSpan(corrected.Length - 2), (ushort)status.AnnouncedLength);
        }

        return corrected;
    }
}
