namespace MyNumber.Jpki.Authority.Status;

/// <summary>A certificate that is held or revoked, as a CRL lists it.</summary>
internal readonly record struct ListedCertificate(uint SerialNumber, IssuedStatus Status);
