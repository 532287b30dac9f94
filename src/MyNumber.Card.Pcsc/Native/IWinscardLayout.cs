using System.Text;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>How one platform lays out what its PC/SC functions take by pointer.</summary>
internal interface IWinscardLayout
{
    /// <summary>Bytes of SCARD_READERSTATE.</summary>
    int ReaderStateSize { get; }

    /// <summary>Bytes of SCARD_IO_REQUEST, at most 16.</summary>
    int RequestSize { get; }

    /// <summary>How names are written; they end with one zero character.</summary>
    Encoding Names { get; }

    /// <summary>Whether the pseudo reader that tells of readers is known.</summary>
    bool HasPlugAndPlay { get; }

    /// <summary>Whether a state of SCardStatus is that of a card with power.</summary>
    bool IsPowered(uint state);

    /// <summary>Fills a SCARD_READERSTATE.</summary>
    void WriteReaderState(Span<byte> state, nint name, uint current);

    /// <summary>The event state of a SCARD_READERSTATE.</summary>
    uint ReadEvent(ReadOnlySpan<byte> state);

    /// <summary>The answer to reset in a SCARD_READERSTATE; a length beyond the field is cut.</summary>
    byte[] ReadAnswerToReset(ReadOnlySpan<byte> state);

    /// <summary>Fills a SCARD_IO_REQUEST.</summary>
    void WriteRequest(Span<byte> request, uint protocol);
}
