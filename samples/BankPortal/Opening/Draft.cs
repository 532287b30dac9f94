using MyNumber.Jpki.Certificates;

namespace BankPortal.Opening;

/// <summary>An application in progress in one browser. It is personal and forgotten when it is sent or left.</summary>
internal sealed class Draft(string id)
{
    private Prepared? _prepared;

    /// <summary>Unguessable; the browser's cookie and the protected state of the card agent's answer have it, no address has it.</summary>
    public string Id { get; } = id;

    /// <summary>When the customer last did something with it.</summary>
    public DateTimeOffset Touched { get; set; }

    /// <summary>What was typed so far.</summary>
    public OpenInput Input { get; set; } = new();

    /// <summary>What the certificate said, where one was read; it marks substitute characters (代替文字) and proves nobody.</summary>
    public HolderAttributes? Holder { get; set; }

    /// <summary>The application as it will be signed.</summary>
    public Prepared? Prepared
    {
        get => Volatile.Read(ref _prepared);
        set => Volatile.Write(ref _prepared, value);
    }

    /// <summary>Receipt of the application that was sent.</summary>
    public string? SentReceipt { get; private set; }

    /// <summary>Takes the prepared application once: of two answers to it the second finds none.</summary>
    public Prepared? TakePrepared() => Interlocked.Exchange(ref _prepared, null);

    /// <summary>Keeps the receipt and forgets the person.</summary>
    public void MarkSent(string receipt)
    {
        SentReceipt = receipt;
        Input = new OpenInput();
        Holder = null;
    }

    /// <summary>Keeps the receipt and what was typed, so that the customer may try again.</summary>
    public void MarkRefused(string receipt) => SentReceipt = receipt;

    public override string ToString() => "Draft(***)";
}
