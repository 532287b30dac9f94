namespace MyNumber.Jpki.Linting;

/// <summary>Holds one part of a certificate against one row.</summary>
internal delegate void CertificateCheck(CertificateView view, ProfileRule rule, FindingList findings);
