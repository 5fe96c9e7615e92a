{let{dataset:t}=document.documentElement,e="";try{e=localStorage.getItem("kabinet-view")??""}catch{}e&&(t.view=e),e&&t.look&&document.write(`<link rel="stylesheet" href="${t.look}">`)}
