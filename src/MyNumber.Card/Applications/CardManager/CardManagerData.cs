namespace MyNumber.Card.Applications.CardManager;

/// <summary>The tags of the data objects that the card manager has. One source, found by a sweep; which are there differs between cards.</summary>
public static class CardManagerData
{
    /// <summary>Issuer identification number: the name of a key, 16 bytes.</summary>
    public const ushort Issuer = 0x0042;

    /// <summary>Card identification number, ASCII.</summary>
    public const ushort CardIdentification = 0x0045;

    /// <summary>Card recognition data of GlobalPlatform.</summary>
    public const ushort Recognition = 0x0066;

    /// <summary>全国地方公共団体コード, five digits.</summary>
    public const ushort Municipality = 0x00F0;

    /// <summary>有効期限, eight digits.</summary>
    public const ushort Expiry = 0x00F2;

    /// <summary>A number of the card; a guess of one source.</summary>
    public const ushort CardNumber = 0x00F3;

    /// <summary>The name of the intermediate key.</summary>
    public const ushort IntermediateKey = 0x00F7;

    /// <summary>The CV certificate of the intermediate key, without its header.</summary>
    public const ushort IntermediateCertificate = 0x00F8;

    /// <summary>The CV certificate of the key below; older cards have none.</summary>
    public const ushort LowerCertificate = 0x7F21;

    /// <summary>The ATR of the contacts without its first byte; some cards give it only while another application is selected.</summary>
    public const ushort AnswerToReset = 0x5F51;
}
