using System.Runtime.InteropServices;
using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>A connected card. Releasing it powers the card down, by the finalizer too, and keeps its context until then.</summary>
internal sealed class CardHandle : SafeHandle
{
    private readonly ContextHandle _context;
    private bool _isConnected;
    private uint _disposition = PcscConstants.UnpowerCard;

    private CardHandle(ContextHandle context)
        : base(0, ownsHandle: true) => _context = context;

    /// <summary>The protocol that the reader chose, as PC/SC numbers it.</summary>
    public uint Protocol { get; private set; }

    /// <summary>A handle may well be zero, so the value says nothing.</summary>
    public override bool IsInvalid => !_isConnected;

    private IPcscNative Native => _context.Native;

    /// <summary>Connects in shared mode. Power comes on if it is off; a card that has power keeps its state.</summary>
    public static uint Connect(ContextHandle context, string reader, out CardHandle card)
    {
        card = new CardHandle(context);
        bool kept = false;
        context.DangerousAddRef(ref kept);
        uint code = context.Native.Connect(context.DangerousGetHandle(), reader, out nint value, out uint protocol);
        if (code != PcscCodes.Success)
        {
            context.DangerousRelease();
            return code;
        }

        card._isConnected = true;
        card.Protocol = protocol;
        card.SetHandle(value);
        return code;
    }

    /// <summary>Lets go of the card as it is.</summary>
    public void Leave()
    {
        _disposition = PcscConstants.LeaveCard;
        Dispose();
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
        uint code = Native.Disconnect(handle, _disposition);
        _context.DangerousRelease();
        return code == PcscCodes.Success;
    }
}
