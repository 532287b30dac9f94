using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;

namespace BankOnboarding;

/// <summary>顧客マスタの一行: the account with both certificates' identities (S and R), and the evidence of its opening.</summary>
internal sealed record Account(string Number, ApplicationForm Form, ReadOnlyMemory<byte> SignatureCertificate, CertificateIdentity Login, VerificationEvidence Evidence);
