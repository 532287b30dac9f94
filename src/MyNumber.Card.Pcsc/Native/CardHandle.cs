using System.Runtime.InteropServices;
using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>A connected card. Releasing it powers the card down, by the finalizer too, and keeps its context until then.</summary>
internal sealed class CardHandle : SafeHandle
{
    private readonly ContextHandle _context;
    private bool _isConnected;
    private uint _disposition = PcscConstants.UnpowerCard;
    private volatile bool _isInTransaction;

    private CardHandle(ContextHandle context)
        : base(0, ownsHandle: true) => _context = context;

    /// <summary>The protocol that the reader chose, as PC/SC numbers it.</summary>
    public uint Protocol { get; private set; }

    /// <summary>Whether this handle keeps others out, as far as it was told. Thread safe.</summary>
    public bool IsInTransaction => _isInTransaction;

    /// <summary>Whether the card is known to have had power in a transaction of this handle.</summary>
    public bool IsPowerSure { get; private set; }

    /// <summary>Whether the card has answered a command of this handle.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>A handle may well be zero, so the value says nothing.</summary>
    public override bool IsInvalid => !_isConnected;

    private IPcscNative Native => _context.Native;

    /// <summary>Connects in shared mode. Power comes on if it is off; a card that has power keeps its state.</summary>
    public static uint Connect(ContextHandle context, string reader, out CardHandle card)
    {
        card = new CardHandle(context);
        bool kept = false;
        context.DangerousAddRef(ref kept);
        uint code = Connect(context, reader, out nint value, out uint protocol);
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
        _isInTransaction = false;
        _disposition = PcscConstants.LeaveCard;
        Dispose();
    }

    /// <summary>Keeps others out. The first time it sees to it that the card has power: a handle that was made during another program's power-down may not be told of it.</summary>
    /// <returns>The code. That of a reset means that the handle may keep others out all the same, because a failed power-up makes it stale and pcsc-lite ends no transaction of a
    /// stale handle: only <see cref="Leave"/> lets others in then.</returns>
    public uint BeginTransaction()
    {
        uint code = Begin();
        if (code == PcscCodes.Success && !IsPowerSure)
        {
            code = EnsurePower();
            IsPowerSure = code == PcscCodes.Success;
            if (!IsPowerSure)
            {
                uint ended = EndTransaction();
                code = ended == PcscCodes.Success ? code : ended;
            }
        }

        return code;
    }

    /// <summary>Gives power to a card that is told to have none; any other keeps its state. Inside a transaction only. Not by a warm reset: it is not known to clear a card.</summary>
    /// <remarks>Reconnecting without a change waits until the driver has done what it does for others. The service may note the outcome a moment after the driver is done, so a card
    /// whose power has just gone may still be told as powered; the first command is refused unsent then.</remarks>
    public uint EnsurePower()
    {
        uint code = Reconnect(PcscConstants.LeaveCard);
        if (code != PcscCodes.Success)
        {
            return TellsOfNoPower(code) ? PowerUpAfresh() : code;
        }

        uint asked = ReadPower(out bool isPowered);
        if (asked == PcscCodes.Success ? !isPowered : TellsOfNoPower(asked))
        {
            return PowerUpAfresh();
        }

        return asked == PcscCodes.RemovedCard ? asked : code;
    }

    public uint EndTransaction()
    {
        using BorrowedHandle card = new(this);
        uint code = Native.EndTransaction(card.Value, PcscConstants.LeaveCard);
        _isInTransaction &= code != PcscCodes.Success;
        return code;
    }

    public uint Transmit(ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        using BorrowedHandle card = new(this);
        uint code = Protocol == PcscConstants.ProtocolT0
            ? TransmitByBytes(card.Value, command, response, out length)
            : Native.Transmit(card.Value, Protocol, command, response, out length);
        HasAnswered |= code == PcscCodes.Success;
        return code;
    }

    protected override bool ReleaseHandle()
    {
        uint code = Native.Disconnect(handle, _disposition);
        _context.DangerousRelease();
        return code == PcscCodes.Success;
    }

    /// <summary>While another program powers the card down, pcsc-lite may find no protocol or no power; it mostly does the next time.</summary>
    private static uint Connect(ContextHandle context, string reader, out nint card, out uint protocol)
    {
        uint code = context.Native.Connect(context.DangerousGetHandle(), reader, out card, out protocol);
        for (int again = 0; again < 2 && code is (PcscCodes.ProtocolMismatch or PcscCodes.UnpoweredCard); again++)
        {
            code = context.Native.Connect(context.DangerousGetHandle(), reader, out card, out protocol);
        }

        return code;
    }

    private uint TransmitByBytes(nint card, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        if (!T0Command.IsHeader(command))
        {
            return Native.Transmit(card, Protocol, T0Command.WithoutExpected(command), response, out length);
        }

        Span<byte> header = stackalloc byte[T0Command.WithP3];
        header.Clear();
        command.CopyTo(header);
        return Native.Transmit(card, Protocol, header, response, out length);
    }

    private uint Begin()
    {
        using BorrowedHandle card = new(this);
        uint code = Native.BeginTransaction(card.Value);
        _isInTransaction = code == PcscCodes.Success;
        return code;
    }

    /// <summary>Other failures say nothing of the card: a service that cannot answer must not cost other programs their open PINs.</summary>
    private static bool TellsOfNoPower(uint code) =>
        code is PcscCodes.ProtocolMismatch or PcscCodes.UnresponsiveCard or PcscCodes.UnpoweredCard or PcscCodes.ResetCard;

    /// <summary>Takes the power and gives it; once more when the end of the other program's power-down took the protocol away in between.</summary>
    private uint PowerUpAfresh()
    {
        uint code = Reconnect(PcscConstants.UnpowerCard);
        return code == PcscCodes.ProtocolMismatch ? Reconnect(PcscConstants.UnpowerCard) : code;
    }

    private uint Reconnect(uint initialization)
    {
        using BorrowedHandle card = new(this);
        uint code = Native.Reconnect(card.Value, initialization, out uint protocol);
        Protocol = code == PcscCodes.Success ? protocol : Protocol;
        return code;
    }

    private uint ReadPower(out bool isPowered)
    {
        using BorrowedHandle card = new(this);
        return Native.ReadPower(card.Value, out isPowered);
    }
}
