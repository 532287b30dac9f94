namespace MyNumber.Jpki.Certificates;

/// <summary>What holds the key. It follows from the policy OID, by table.</summary>
public enum CertificateMedium
{
    /// <summary>The plastic card (個人番号カード).</summary>
    Card,

    /// <summary>A phone (移動端末設備). Its policy OIDs are not known publicly; configure them.</summary>
    Phone,
}
