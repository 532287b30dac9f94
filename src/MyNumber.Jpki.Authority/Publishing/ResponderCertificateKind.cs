namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>What is right or wrong about a responder's certificate.</summary>
internal enum ResponderCertificateKind
{
    Proper,
    WithoutPurpose,
    OtherGeneration,
    Expired,
    SelfSigned,
}
