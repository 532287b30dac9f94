using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>What the card forgets without power: the selection, the PINs that are verified and the secure-messaging session.</summary>
internal sealed class VolatileState : IVerifiedPins
{
    private readonly List<PinFile> _verified = [];

    public VolatileState(CardApplication application) => Application = application;

    public CardApplication Application { get; private set; }

    public CardFile? File { get; private set; }

    /// <summary>Whether a SELECT by AID has succeeded since power-on.</summary>
    public bool HasSelected { get; private set; }

    /// <summary>Whether no command has come since power was given.</summary>
    public bool IsFirstCommand { get; set; }

    /// <summary>The secure-messaging session, if one is open.</summary>
    public SecureSession? Session { get; private set; }

    /// <summary>Opens a session in place of an older one, or ends it with null.</summary>
    public void SetSession(SecureSession? session)
    {
        Session?.Dispose();
        Session = session;
    }

    /// <summary>Makes an application current; no file is current afterwards, and no session is open.</summary>
    public void Select(CardApplication application, bool clearVerified)
    {
        SetSession(null);
        Application = application;
        File = null;
        HasSelected = true;
        if (clearVerified)
        {
            _verified.Clear();
        }
    }

    public void Select(CardFile file) => File = file;

    /// <summary>Back to the default application, as after a reset.</summary>
    public void Restart(CardApplication application, bool clearVerified)
    {
        Select(application, clearVerified);
        HasSelected = false;
    }

    public bool IsVerified(ushort pinFile) => Application.Find(pinFile) is PinFile pin && _verified.Contains(pin);

    public void SetVerified(PinFile pin, bool verified)
    {
        _ = _verified.Remove(pin);
        if (verified)
        {
            _verified.Add(pin);
        }
    }
}
