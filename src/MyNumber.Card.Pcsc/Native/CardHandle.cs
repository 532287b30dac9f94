using System.Runtime.InteropServices;
using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>A connected card. Releasing it powers the card down, by the finalizer too, and keeps its context until then.</summary>
internal sealed class CardHandle : SafeHandle
{
    private readonly ContextHandle _context;
    private bool _isConnected;

    private CardHandle(ContextHandle context)
        : base(0, ownsHandle: true) => _context = context;

    /// <summary>The protocol that the reader chose, as PC/SC numbers it.</summary>
    public uint Protocol { get; private set; }

    /// <summary>What happens to the card at release.</summary>
    public uint Disposition { get; set; } = PcscConstants.UnpowerCard;

    /// <summary>A handle may well be zero, so the value says nothing.</summary>
    public override bool IsInvalid => !_isConnected;

    private IPcscNative Native => _context.Native;

    /// <summary>Connects in shared mode.</summary>
    /// <exception cref="CardRemovedException">No card.</exception>
    /// <exception cref="PcscException">The card cannot be connected.</exception>
    public static CardHandle Connect(ContextHandle context, string reader)
    {
        CardHandle card = new(context);
        bool kept = false;
        context.DangerousAddRef(ref kept);
        uint code = context.Native.Connect(context.DangerousGetHandle(), reader, out nint value, out uint protocol);
        if (code != PcscCodes.Success)
        {
            context.DangerousRelease();
            PcscFailure.ThrowIfFailed(code);
        }

        card.Protocol = protocol;
        card._isConnected = true;
        card.SetHandle(value);
        return card;
    }

    public uint Reconnect(uint initialization)
    {
        using BorrowedHandle card = new(this);
        uint code = Native.Reconnect(card.Value, initialization, out uint protocol);
        if (code == PcscCodes.Success)
        {
            Protocol = protocol;
        }

        return code;
    }

    public uint BeginTransaction()
    {
        using BorrowedHandle card = new(this);
        return Native.BeginTransaction(card.Value);
    }

    public uint EndTransaction()
    {
        using BorrowedHandle card = new(this);
        return Native.EndTransaction(card.Value, PcscConstants.LeaveCard);
    }

    public uint Transmit(ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        using BorrowedHandle card = new(this);
        if (Protocol != PcscConstants.ProtocolT0)
        {
            return Native.Transmit(card.Value, Protocol, command, response, out length);
        }

        Span<byte> header = stackalloc byte[T0Command.WithP3];
        if (!T0Command.IsHeader(command))
        {
            return Native.Transmit(card.Value, Protocol, T0Command.WithoutExpected(command), response, out length);
        }

        header.Clear();
        command.CopyTo(header);
        return Native.Transmit(card.Value, Protocol, header, response, out length);
    }

    protected override bool ReleaseHandle()
    {
        uint code = Native.Disconnect(handle, Disposition);
        _context.DangerousRelease();
        return code == PcscCodes.Success;
    }
}
