using MyNumber.Jpki.Certificates;

namespace BankPortal.Opening;

/// <summary>An application in progress in one browser. It is personal and forgotten when it is sent or left.</summary>
internal sealed class Draft(string id, string line)
{
    /// <summary>The most versions that are waited for; an answer to an older one is archived without its form.</summary>
    private const int MostAsked = 16;

    private readonly Lock _gate = new();
    private readonly List<Prepared> _asked = [];
    private Prepared? _prepared;

    /// <summary>Unguessable; the browser's cookie and the protected state of the card agent's answer have it, no address has it.</summary>
    public string Id { get; } = id;

    /// <summary>The line that it was begun over.</summary>
    public string Line { get; } = line;

    /// <summary>When the customer last did something with it.</summary>
    public DateTimeOffset Touched { get; set; }

    /// <summary>What was typed so far.</summary>
    public OpenInput Input { get; set; } = new();

    /// <summary>Whether nothing was entered, by card or by hand.</summary>
    public bool IsEmpty => Input.Name is null && SentReceipt is null;

    /// <summary>What the certificate said, where one was read; it marks substitute characters (代替文字) and proves nobody.</summary>
    public HolderAttributes? Holder { get; set; }

    /// <summary>The present version of the application, as it will be signed.</summary>
    public Prepared? Prepared
    {
        get
        {
            lock (_gate)
            {
                return _prepared;
            }
        }

        set
        {
            lock (_gate)
            {
                _prepared = value;
            }
        }
    }

    /// <summary>Receipt of the application that was sent.</summary>
    public string? SentReceipt { get; private set; }

    /// <summary>The present version, kept from now on as one that the card agent is asked about, whatever the customer does with the form meanwhile; <see langword="null"/> when there is none.</summary>
    public Prepared? Ask()
    {
        lock (_gate) // one step: a version that an answer took meanwhile does not come back
        {
            if (_prepared is not { } asked)
            {
                return null;
            }

            _asked.RemoveAll(one => one.Receipt == asked.Receipt);
            _asked.Add(asked);
            if (_asked.Count > MostAsked)
            {
                _asked.RemoveAt(0);
            }

            return asked;
        }
    }

    /// <summary>Takes the version that was asked about under a receipt, once: of two answers to it the second finds none. The present version goes only when it is the one.</summary>
    /// <returns>The version, and whether it is the present one.</returns>
    public (Prepared? Version, bool IsPresent) Take(string receipt)
    {
        lock (_gate)
        {
            bool isPresent = _prepared?.Receipt == receipt;
            Prepared? version = _asked.Find(one => one.Receipt == receipt);
            if (version is null)
            {
                return default;
            }

            _asked.Remove(version);
            if (isPresent)
            {
                _prepared = null;
            }

            return (version, isPresent);
        }
    }

    /// <summary>Keeps the receipt and forgets the person.</summary>
    public void MarkSent(string receipt)
    {
        lock (_gate)
        {
            _asked.Clear();
        }

        SentReceipt = receipt;
        Input = new OpenInput();
        Holder = null;
    }

    /// <summary>Keeps the receipt and what was typed, so that the customer may try again.</summary>
    public void MarkRefused(string receipt) => SentReceipt = receipt;

    public override string ToString() => "Draft(***)";
}
