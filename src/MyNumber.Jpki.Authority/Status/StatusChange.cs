using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>A change of one certificate's status.</summary>
/// <param name="Certificate">Whose.</param>
/// <param name="Event">When, and the status from then on.</param>
public readonly record struct StatusChange(CertificateIdentity Certificate, StatusEvent Event)
{
    /// <summary>The new state; the serial is not in it.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"StatusChange({Event.Status.State})";
}
