namespace MyNumber.Jpki.Authority.Consents;

/// <summary>What became of a signed consent that was brought to the authority. Only <see cref="Filed"/> puts it on file.</summary>
public enum ConsentFiling
{
    /// <summary>It is on file.</summary>
    Filed = 1,

    /// <summary>Refused: a consent of the same signer is on file under its number already, or was until it was wiped.</summary>
    AlreadyFiled = 2,

    /// <summary>Refused: signature or certificate is not valid.</summary>
    SignatureInvalid = 3,

    /// <summary>Refused: whether the certificate is valid could not be told.</summary>
    SignatureUndetermined = 4,

    /// <summary>Refused: the text is not a consent for the service that brings it.</summary>
    TextRefused = 5,

    /// <summary>Refused: the signer's certificate put <see cref="LatestAttributesOffice.MostPerSigner"/> on file already.</summary>
    TooMany = 6,
}
