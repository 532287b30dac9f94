using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>Statuses as a responder reads them: from memory, without a wait, also while the register behind is away.</summary>
/// <remarks>Thread safe.</remarks>
public interface ICertificateStatuses
{
    /// <summary>Place in the register up to which this memory reaches; it grows with every change of anything.</summary>
    long Position { get; }

    /// <summary>The status as it stood at an instant.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <param name="instant">The instant; changes made in it count.</param>
    /// <returns>The status, or <see langword="null"/> when the certificate was not issued here.</returns>
    IssuedStatus? FindAt(CertificateIdentity certificate, DateTimeOffset instant);

    /// <summary>What one generation issued, for answers that are made beforehand.</summary>
    /// <param name="issuerKeyIdentifier">Key identifier of the generation, 20 bytes.</param>
    /// <param name="inForceAt">Only those whose last second is not before this instant.</param>
    /// <returns>A copy, in no particular order.</returns>
    IReadOnlyList<CertificateIdentity> Issued(ReadOnlyMemory<byte> issuerKeyIdentifier, DateTimeOffset inForceAt);

    /// <summary>Whose status changed after an instant, so that answers made beforehand are made anew.</summary>
    /// <param name="instant">Changes made in it do not count.</param>
    /// <returns>A copy, in no particular order.</returns>
    IReadOnlyList<CertificateIdentity> ChangedAfter(DateTimeOffset instant);
}
