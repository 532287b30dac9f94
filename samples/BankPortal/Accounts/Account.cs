namespace BankPortal.Accounts;

/// <summary>顧客マスタの一行: an account with what its opening left. Certificates' numbers are in the link store alone.</summary>
internal sealed class Account(string number, string branch, string kind, string holderName, DateTimeOffset openedAt, ReadOnlyMemory<byte> signatureCertificate, bool canLogIn)
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _previousLogin;
    private DateTimeOffset? _lastLogin;

    public string Number { get; } = number;

    public string Branch { get; } = branch;

    public string Kind { get; } = kind;

    /// <summary>Personal: shown masked.</summary>
    public string HolderName { get; } = holderName;

    public DateTimeOffset OpenedAt { get; } = openedAt;

    /// <summary>For the re-check (現況確認). Personal.</summary>
    public ReadOnlyMemory<byte> SignatureCertificate { get; } = signatureCertificate;

    /// <summary>Whether R is known and linked.</summary>
    public bool CanLogIn { get; set; } = canLogIn;

    /// <summary>Whether the link of S was led to a successor; <see cref="SignatureCertificate"/> is still the one of the opening.</summary>
    public bool IsSignatureFollowed { get; set; }

    /// <summary>Whether the link of R was led to a successor.</summary>
    public bool IsLoginFollowed { get; set; }

    /// <summary>What the last re-check asks the customer for.</summary>
    public string? Notice { get; set; }

    /// <summary>The login before this one.</summary>
    public DateTimeOffset? PreviousLogin
    {
        get
        {
            lock (_gate)
            {
                return _previousLogin;
            }
        }
    }

    public void LogIn(DateTimeOffset at)
    {
        lock (_gate)
        {
            _previousLogin = _lastLogin;
            _lastLogin = at;
        }
    }

    public override string ToString() => "Account(***)";
}
